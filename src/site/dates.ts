/** The dates that Hugo 0.169 takes in front matter. */

const DATE_RE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME_RE =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*([Zz]|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads `2026-03-14`, `2026-03-14 09:30:00` and RFC 3339; a date from TOML is taken as it is.
 * Without a zone it is UTC, as in Hugo without `timeZone`. `undefined` for anything else.
 */
export function parseDate(value: unknown): Date | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (DATE_RE.test(text)) return valid(new Date(`${text}T00:00:00Z`));
  const [, day, time, zone = 'Z'] = DATE_TIME_RE.exec(text) ?? [];
  return day && time ? valid(new Date(`${day}T${time}${zone.toUpperCase()}`)) : undefined;
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
