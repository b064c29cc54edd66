/**
 * Quotes in decks with a theme of ours: a last line that begins with a dash is an attribution, and an alert is a
 * callout. In all other decks, quotes stay as Hugo writes them.
 */
import { readAlert } from '../alerts.ts';
import { addAttributes, applyEdits, type Edit, removeAttributes } from '../html-edits.ts';
import { findEnds, type HtmlToken, readHtml, type StartTag } from '../html.ts';
import { isNotes, readClasses } from '../slide-html.ts';

/** The kinds of callouts, each with the lines of its icon in a square of 24. */
const ICONS: ReadonlyMap<string, string> = new Map([
  ['note', '<circle cx="12" cy="12" r="9.5"/><path d="M12 11v6M12 7v.01"/>'],
  ['tip', '<path d="M9 18h6M10 21.5h4M8.5 14.5a6.5 6.5 0 1 1 7 0L15 18H9z"/>'],
  ['important', '<path d="M3 3.5h18v13.5h-8l-5 4.5v-4.5h-5zM12 7v3.5M12 13.5v.01"/>'],
  ['warning', '<path d="M12 3 22 20.5h-20zM12 9.5v5M12 17.5v.01"/>'],
  ['caution', '<path d="M8 2.5h8l5.5 5.5v8l-5.5 5.5h-8l-5.5-5.5v-8zM12 7.5v5.5M12 16.5v.01"/>'],
]);

/** Marks attributions and writes callouts in the HTML of a section. */
export function styleQuotes(html: string): string {
  if (!html.includes('<blockquote')) return html;
  const tokens = readHtml(html);
  const ends = findEnds(tokens);
  const edits: Edit[] = [];
  let notesEnd = 0;
  for (const [n, open] of tokens.entries()) {
    const close = tokens[ends[n] ?? tokens.length];
    if (open.kind !== 'start' || !close || open.start < notesEnd) continue;
    if (isNotes(open)) notesEnd = close.end;
    if (open.name !== 'blockquote') continue;
    const quote = { html, open, close, inner: tokens.slice(n + 1, tokens.indexOf(close, n)) };
    edits.push(...(writeCallout(quote) ?? markAttribution(quote)));
  }
  return applyEdits(html, edits);
}

/** A quote in its section. */
interface Quote {
  readonly html: string;
  readonly open: StartTag;
  readonly close: HtmlToken;
  /** The tokens between its tags. */
  readonly inner: readonly HtmlToken[];
}

/** Turns an alert into a callout; `undefined` if it is none. */
function writeCallout({ html, open, close }: Quote): readonly Edit[] | undefined {
  const words = html.slice(open.end, close.start).trimStart();
  const { AlertType: type, AlertTitle: title, Text: text } = readAlert(words);
  const icon = ICONS.get(type);
  // Emphasis that begins in the first line and ends below it can't be cut in two.
  if (icon === undefined || !isBalanced(title)) return undefined;
  // The first paragraph lost its first line, or was only that.
  const hasRest = !words.endsWith(text);
  const rest = hasRest ? text.slice('<p>'.length) : text;
  const name = `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`;
  const svg = `<svg class="callout-icon" viewBox="0 0 24 24" aria-hidden="true">${icon}</svg>`;
  const head = `\n<p class="callout-title">${svg}${title || name}</p>\n${hasRest ? '<p>' : ''}`;
  const nameStart = open.start + 1;
  const classes = ['callout', `callout-${type}`, ...readClasses(open)].join(' ');
  return [
    {
      start: nameStart,
      end: nameStart + open.name.length,
      text: `div class="${escapeQuotes(classes)}" role="note"`,
    },
    ...removeAttributes(html, open, ['class', 'role']),
    { start: open.end, end: close.start - rest.length, text: head },
    { start: close.start, end: close.end, text: '</div>' },
  ];
}

/** A dash and a space, before a name. */
const DASHED_RE = /^\s*[—–]\s/;

/** What a line must look like that begins with a dash only by chance of its source: a name, and no sentence. */
const NAME_RE = /^\s*[—–]\s+\p{Lu}(?!.*[.!?…:;,]\s*$)/u;

/** The text of a part of a paragraph, with entities decoded. */
const textOf = (part: string): string =>
  readHtml(part)
    .map((token) => (token.kind === 'text' ? token.text : ''))
    .join('');

/** The last line of a paragraph, if it is an attribution: where the words before it end, and where it begins. */
function findLastLine(words: string): { readonly end: number; readonly start: number } | undefined {
  const tokens = readHtml(words);
  const isIn = (offset: number): boolean =>
    tokens.some(({ kind, start, end }) => kind === 'text' && start <= offset && offset < end);
  const line = words.lastIndexOf('\n');
  const broken = tokens.findLast((token) => token.kind === 'start' && token.name === 'br');
  if (broken?.kind === 'start' && DASHED_RE.test(textOf(words.slice(broken.end))))
    return { end: broken.start, start: broken.end };
  const isName = line > 0 && isIn(line) && NAME_RE.test(textOf(words.slice(line + 1)));
  return isName ? { end: line, start: line + 1 } : undefined;
}

/** Gives the last paragraph of a quote, or its last line, the class of an attribution. */
function markAttribution({ html, inner }: Quote): readonly Edit[] {
  const end = inner.findLastIndex((token) => !isBlank(token));
  const start = inner.findLastIndex((token, n) => n < end && token.kind === 'start' && token.name === 'p');
  const [open, close] = [inner[start], inner[end]];
  if (open?.kind !== 'start' || close?.kind !== 'end' || close.name !== 'p') return [];
  const words = html.slice(open.end, close.start);
  const isFirst = inner.slice(0, start).every(isBlank);
  if (DASHED_RE.test(textOf(words)) && !isFirst) {
    const classes = ['attribution', ...readClasses(open)].join(' ');
    return [
      addAttributes(open, `class="${escapeQuotes(classes)}"`),
      ...removeAttributes(html, open, ['class']),
    ];
  }
  const last = findLastLine(words);
  const line = last ? words.slice(last.start).trimStart() : '';
  if (!last || !isBalanced(line)) return [];
  const text = `</p>\n<p class="attribution">${line}`;
  return [{ start: open.end + last.end, end: close.start, text }];
}

const isBlank = (token: HtmlToken): boolean => token.kind === 'text' && token.text.trim() === '';

/** Whether a part of a text closes the elements that it opens, and no others. */
function isBalanced(part: string): boolean {
  const tokens = readHtml(part).filter(({ kind }) => kind === 'start' || kind === 'end');
  const starts = tokens.filter(
    (token) => token.kind === 'start' && !/^(?:br|img|wbr|input)$/.test(token.name),
  );
  const ends = findEnds(tokens).filter((end) => end !== undefined);
  return starts.length === ends.length && ends.length === tokens.filter(({ kind }) => kind === 'end').length;
}

const escapeQuotes = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
