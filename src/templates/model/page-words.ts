/** The words of a page: `.Plain`, `.WordCount`, `.Summary`. Source: Hugo's methods of pages. */

/** Words that a summary has at least, where the page has that many. */
const SUMMARY_WORDS = 70;

const MORE = '<!--more-->';

/** A text without its tags. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The words of a text without its tags. */
export const wordsOf = (html: string): string[] => plainText(html).split(/\s+/).filter(Boolean);

/** What the author has written as the summary, else what stands before the mark, else the first paragraphs. */
export function summaryOf(written: unknown, content: string): string {
  return typeof written === 'string' ? written : content.slice(0, endOfSummary(content)).trim();
}

/** What follows the summary, where the summary is a part of the text. */
export function withoutSummary(written: unknown, content: string): string {
  if (typeof written === 'string') return '';
  return content.slice(endOfSummary(content)).replace(MORE, '').trim();
}

/** Whether there is more than the summary. */
export function isTruncated(content: string): boolean {
  return wordsOf(content.slice(endOfSummary(content))).length > 0;
}

function endOfSummary(content: string): number {
  const mark = content.indexOf(MORE);
  if (mark >= 0) return mark;
  for (const { index } of content.matchAll(/<\/p>/g)) {
    const end = index + '</p>'.length;
    if (wordsOf(content.slice(0, end)).length >= SUMMARY_WORDS) return end;
  }
  return content.length;
}
