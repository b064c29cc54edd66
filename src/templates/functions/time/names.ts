/** Localized dates: Hugo's `:date_long` and similar layouts, and the names of months and days. */
import { MONTHS, WEEKDAYS } from '../../../dates.ts';
import { resolveLocale } from '../lang/locale.ts';
import { formatLayout } from './layout.ts';
import type { GoTime } from './object.ts';

type Style = 'full' | 'long' | 'medium' | 'short';

const NAMED_LAYOUT_RE = /^:(date|time)_(full|long|medium|short)$/i;

/** Formats a time in a language, by a layout of Go or a named layout of Hugo. */
export function formatInLanguage(time: GoTime, layout: string, language: string): string {
  const [named, part, style] = NAMED_LAYOUT_RE.exec(layout) ?? [];
  if (named === undefined) return translateNames(time, layout, language);
  return part?.toLowerCase() === 'date'
    ? formatIntl(time, language, { dateStyle: style?.toLowerCase() as Style })
    : formatTime(time, language, style?.toLowerCase() as Style);
}

/** Formats the time of day; Hugo's has no narrow spaces and, in English, lower-case am and pm. */
function formatTime(time: GoTime, language: string, style: Style): string {
  const text = formatIntl(time, language, { timeStyle: style === 'short' ? 'short' : 'medium' });
  const plain = text.replace(/\b[AP]M\b/, (half) => half.toLowerCase());
  return style === 'full' || style === 'long' ? `${plain} ${time.clock.zone}` : plain;
}

function formatIntl(time: GoTime, language: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(resolveLocale(language), { ...options, timeZone: 'UTC' });
  // The time in its own zone is formatted as UTC, because `Intl` has no zones that are only an offset.
  return format.format(time.date.getTime() + time.clock.offset * 1000).replace(/[\u202f\u00a0]/g, ' ');
}

/** Formats a layout with localized names of months and days instead of Go's English ones. */
function translateNames(time: GoTime, layout: string, language: string): string {
  const { clock } = time;
  const text = formatLayout(clock, layout);
  if (/^en\b/i.test(language)) return text;
  const part = (type: 'month' | 'weekday', style: 'long' | 'short'): string => {
    const format = new Intl.DateTimeFormat(resolveLocale(language), {
      timeZone: 'UTC',
      ...(type === 'month' ? { day: 'numeric', month: style } : { weekday: style }),
    });
    const parts = format.formatToParts(time.date.getTime() + clock.offset * 1000);
    return parts.find((candidate) => candidate.type === type)?.value ?? '';
  };
  const [month = '', day = ''] = [MONTHS[clock.month - 1], WEEKDAYS[clock.weekday]];
  return replaceName(
    replaceName(text, month, layout.includes('January'), (style) => part('month', style)),
    day,
    layout.includes('Monday'),
    (style) => part('weekday', style),
  );
}

function replaceName(
  text: string,
  name: string,
  isLong: boolean,
  translate: (style: 'long' | 'short') => string,
): string {
  const english = isLong ? name : name.slice(0, 3);
  return text.includes(english) ? text.replaceAll(english, translate(isLong ? 'long' : 'short')) : text;
}
