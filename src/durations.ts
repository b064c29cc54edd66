/** Durations as Go writes them: `1h30m`, `300ms`. */

/** Nanoseconds of each unit. */
export const NANOSECONDS = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 } as const;

const DURATION_RE = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
const DURATION_PART_RE = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;

/** Reads `1h30m`, `-1.5h`, `300ms`. In nanoseconds; `undefined` if it is no duration. */
export function readDuration(text: string): number | undefined {
  if (/^[+-]?0$/.test(text)) return 0;
  if (!DURATION_RE.test(text)) return undefined;
  let total = 0;
  for (const [, number, unit] of text.matchAll(DURATION_PART_RE))
    total += Number(number) * NANOSECONDS[unit as keyof typeof NANOSECONDS];
  return text.startsWith('-') ? -total : total;
}
