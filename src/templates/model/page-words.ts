/** The words of a page: `.Plain`, `.WordCount`, `.Summary`. Source: Hugo's methods of pages. */
import { stripHtml } from '../functions/strings/html-text.ts';

/** Default minimum of words in a summary. */
const SUMMARY_WORDS = 70;

const MORE = '<!--more-->';
const PARAGRAPH_END = '</p>';

/** Removes the tags of HTML. */
export const plainText = (html: string): string =>
  stripHtml(html)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Splits HTML into words, without its tags. */
export const splitWords = (html: string): string[] => plainText(html).split(/\s+/).filter(Boolean);

/** Creates the summary: the text before the marker, or else the first paragraphs. */
export const createSummary = (content: string, words?: number): string =>
  content.slice(0, endOfSummary(content, words)).trim();

/** Returns the content after the summary. */
export const withoutSummary = (content: string, words?: number): string =>
  content.slice(endOfSummary(content, words)).replace(MORE, '').trim();

/** Whether there is content after the summary. */
export const isTruncated = (content: string, words?: number): boolean =>
  splitWords(content.slice(endOfSummary(content, words))).length > 0;

function endOfSummary(content: string, words = SUMMARY_WORDS): number {
  const mark = content.indexOf(MORE);
  if (mark >= 0) return mark;
  // Hugo, too, searches for these bytes.
  for (let at = content.indexOf(PARAGRAPH_END); at >= 0; at = content.indexOf(PARAGRAPH_END, at + 1)) {
    const end = at + PARAGRAPH_END.length;
    if (splitWords(content.slice(0, end)).length >= words) return end;
  }
  return content.length;
}
