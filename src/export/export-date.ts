/** The date in exported files. */
import type { ExportDeck } from './types.ts';

/**
 * The date of an export: `SOURCE_DATE_EPOCH`, or else that of the deck. Without either, files have no date, so that the
 * same source has the same bytes on every day.
 */
export function exportDate(
  { rendered }: Pick<ExportDeck, 'rendered'>,
  epoch = process.env['SOURCE_DATE_EPOCH'],
): Date | undefined {
  if (epoch !== undefined && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000);
  const { lastmod, date } = rendered.deck.head;
  return lastmod ?? date;
}
