/** Examines the Markdown tokens of a page. Shortcodes are not run: a placeholder word takes the place of each. */
import type { Token } from 'markdown-it';
import { findEnd, readHtml } from '../../html.ts';
import { createSilentEnvironment } from '../../markup/environment.ts';
import {
  type Expansion,
  type ExpansionPart,
  joinParts,
  lineStart,
  sourceOffset,
} from '../../markup/shortcodes/expansion.ts';
import { readFenceInfo } from '../../markup/code/fence-info.ts';
import { isMarkdownSection } from '../../markup/slides/markdown-sections.ts';
import { Placeholders } from '../../markup/shortcodes/placeholders.ts';
import { readShortcodeTokens, type ShortcodeToken } from '../../markup/shortcodes/lexer.ts';
import { isSlideBreak, restAfterBreak } from '../../markup/slides/slide-break.ts';
import type { MarkupConfig, Page } from '../../types.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import type { AddFinding, SurveyFindingKind } from './finding.ts';

/** Adds the findings in the text of a page. */
export function surveyText(page: Page, { markdown, config }: SiteEnvironment, addFinding: AddFinding): void {
  const placeholders = new Placeholders(page.source.text);
  const { expansion, hugoPlaceholders } = expandPage(page, placeholders);
  const offsetOf = (token: Token): number =>
    sourceOffset(expansion, lineStart(expansion, token.map?.[0] ?? 0));
  const tokens = markdown.parse(expansion.text, createSilentEnvironment(placeholders));
  for (const [n, token] of tokens.entries()) {
    if (isRawHtml(token) || token.children?.some(isRawHtml)) addFinding('raw-html', offsetOf(token));
    if (token.type === 'html_block')
      surveyRawHtml(token.content, (kind) => addFinding(kind, offsetOf(token)));
    if (token.children?.some(({ type }) => type === 'footnote_ref')) addFinding('footnote', offsetOf(token));
    if (isFormula(token) || token.children?.some(isFormula)) addFinding('formula', offsetOf(token));
    if (token.type === 'fence')
      surveyFence(token, config.markup, (kind) => addFinding(kind, offsetOf(token)));
    if (hasGeneratedId(token, expansion) && holdsOneOf(hugoPlaceholders, tokens[n + 1]))
      addFinding('heading-shortcode', offsetOf(token));
  }
  for (const line of findEmptySlides(tokens, expansion))
    addFinding('empty-slide', sourceOffset(expansion, lineStart(expansion, line)));
}

/** The text of a page with a placeholder for each shortcode tag. */
interface ExpandedPage {
  readonly expansion: Expansion;
  /** The placeholders of shortcodes whose output Hugo inserts only after it has created the ids of headings. */
  readonly hugoPlaceholders: readonly string[];
}

/** Shortcodes of the theme whose inner text is rendered as separate Markdown. */
const WITH_PLACEHOLDER: ReadonlySet<string> = new Set(['fragment', 'note', 'section']);

/** Replaces the shortcode tags of a page with placeholders, as when it is rendered. */
function expandPage({ source, bodyOffset }: Page, placeholders: Placeholders): ExpandedPage {
  const { text } = source;
  const tokens = readShortcodeTokens(text, bodyOffset, text.length, () => undefined);
  const parts: ExpansionPart[] = [];
  const hugoPlaceholders: string[] = [];
  for (let n = 0; n < tokens.length; n++) {
    const token = tokens[n];
    if (token?.kind === 'text') parts.push({ text: text.slice(token.start, token.end), offset: token.start });
    if (token?.kind === 'escaped') parts.push({ text: token.text, offset: token.start, isGenerated: true });
    if (token?.kind !== 'tag') continue;
    const word = placeholders.add({ kind: 'html', html: '' }, token.start);
    parts.push({ text: word, offset: token.start, isGenerated: true });
    if (token.delimiter === '<' || WITH_PLACEHOLDER.has(token.name)) hugoPlaceholders.push(word);
    n = findClosingTag(tokens, n) ?? n;
  }
  return { expansion: joinParts(parts), hugoPlaceholders };
}

/** The closing tag of a `{{< >}}` shortcode: its content is not Markdown, so it is skipped. */
function findClosingTag(tokens: readonly ShortcodeToken[], at: number): number | undefined {
  const open = tokens[at];
  if (open?.kind !== 'tag' || open.closing || open.selfClosing || open.delimiter === '%') return undefined;
  const found = tokens.findIndex(
    (token, n) => n > at && token.kind === 'tag' && token.closing && token.name === open.name,
  );
  return found < 0 ? undefined : found;
}

const isRawHtml = ({ type, content }: Token): boolean =>
  (type === 'html_block' || type === 'html_inline') && !content.trimStart().startsWith('<!--');

/** Finds HTML that reveal.js's plugins would process in the browser. */
function surveyRawHtml(html: string, addFinding: (kind: SurveyFindingKind) => void): void {
  const tokens = readHtml(html);
  const isIn = (name: string, at: number): boolean =>
    tokens.some(
      (token, n) => n < at && token.kind === 'start' && token.name === name && (findEnd(tokens, n) ?? 0) > at,
    );
  for (const [n, token] of tokens.entries()) {
    if (isMarkdownSection(token)) addFinding('markdown-in-html');
    if (token.kind === 'start' && token.name === 'code' && isIn('pre', n)) addFinding('code-in-html');
  }
}

/** Whether a heading has a generated id. */
function hasGeneratedId({ type, map, attrs }: Token, { text }: Expansion): boolean {
  if (type !== 'heading_open' || !attrs?.some(([name]) => name === 'id')) return false;
  return !OWN_ID_RE.test(text.split('\n')[map?.[0] ?? 0] ?? '');
}

const OWN_ID_RE = /\{[^{}]*(?:#|\bid\s*=)[^{}]*\}\s*$/;

/** Whether the text of a heading has one of the words. Only text matters for ids, not the address of a link. */
const holdsOneOf = (words: readonly string[], heading: Token | undefined): boolean =>
  heading?.children?.some(
    ({ type, content }) => type === 'text' && words.some((word) => content.includes(word)),
  ) ?? false;

const isFormula = ({ type }: Token): boolean => type === 'math' || type === 'math_block';

const NO_CODE: readonly string[] = ['', 'goat', 'math', 'mermaid'];

/** The only syntax for highlighted lines that the theme supports when highlight.js runs in the browser. */
const THEMES_LINES_RE = /^[\w-]+\{[\d,|-]*\}$/;

function surveyFence(
  { info }: Token,
  { highlight }: MarkupConfig,
  addFinding: (kind: SurveyFindingKind) => void,
): void {
  const { language, lines } = readFenceInfo(info);
  if (highlight.codeFences && language === 'math') addFinding('formula');
  if (highlight.codeFences && language === 'mermaid') addFinding('diagram');
  if (highlight.codeFences && language === 'goat') addFinding('drawing');
  if (highlight.codeFences && !NO_CODE.includes(language)) addFinding('code');
  if (lines !== undefined && (highlight.codeFences || !THEMES_LINES_RE.test(info.trim())))
    addFinding('code-lines');
}

/** The lines of slide breaks that leave an empty slide before or after them. */
function findEmptySlides(tokens: readonly Token[], { text }: Expansion): readonly number[] {
  const found = tokens.filter(isSlideBreak);
  const breaks = found.flatMap(({ map }) => map?.[0] ?? []);
  if (breaks.length === 0) return [];
  const lines = text.split('\n');
  const isBlank = (start: number, end: number): boolean =>
    lines.slice(start, end).every((line) => line.trim() === '');
  const leading = breaks.slice(0, 1).filter((line) => isBlank(0, line));
  const isAlone = (token: Token): boolean => (restAfterBreak(token) ?? '').trim() === '';
  const followed = found
    .filter(isAlone)
    .flatMap(({ map }) => map?.[0] ?? [])
    .filter((line) => isBlank(line + 1, breaks.find((next) => next > line) ?? lines.length));
  return [...leading, ...followed];
}
