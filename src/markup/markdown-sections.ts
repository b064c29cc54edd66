/**
 * `<section data-markdown>`: slides in reveal.js's own Markdown, which it reads in the browser, read while the deck is
 * built. Source: the plugin Markdown of reveal.js 6.
 */
import type { Finding } from '../diagnostics.ts';
import { findEnd, type HtmlToken, readHtml, type StartTag } from '../html.ts';
import type { Attributes, Slide } from '../types.ts';
import { escapeHtml } from '../escape-html.ts';
import { writeAttributes } from './write-html.ts';
import { type RevealSyntax, revealSyntax } from './reveal-markdown.ts';

/** What such sections are made slides with. */
export interface MarkdownSectionServices {
  /** Slides of a text. */
  readonly createSlides: (text: string, syntax: RevealSyntax) => readonly Slide[];
  /** The text of a file of the site by its address; `undefined` where there is none. */
  readonly readFile: (address: string, charset: string | undefined) => string | undefined;
  readonly report: (finding: Omit<Finding, 'source' | 'offset'>) => void;
}

/** The HTML of a slide with its Markdown rendered. */
export function renderMarkdownSections(html: string, services: MarkdownSectionServices): string {
  if (!/data-markdown/i.test(html)) return html;
  const tokens = readHtml(html);
  let written = '';
  let at = 0;
  for (const [n, token] of tokens.entries()) {
    if (!isMarkdownSection(token) || token.start < at) continue;
    const end = findEnd(tokens, n);
    const last = end === undefined ? undefined : tokens[end];
    if (end === undefined || !last) continue;
    const isOnlyContent = html.slice(0, token.start).trim() === '' && html.slice(last.end).trim() === '';
    const text = readTemplate(tokens.slice(n + 1, end), html);
    written += html.slice(at, token.start) + renderSection(token, text, { services, isAlone: isOnlyContent });
    at = last.end;
  }
  return written + html.slice(at);
}

/** Whether it is one that nobody has read yet. */
export const isMarkdownSection = (token: HtmlToken | undefined): token is StartTag =>
  token?.kind === 'start' &&
  token.name === 'section' &&
  'data-markdown' in token.attributes &&
  !('data-markdown-parsed' in token.attributes);

/**
 * What stands in `<script type="text/template">` or `<textarea data-template>`. Without either, reveal.js takes the
 * words and drops all tags; here tags stay, because Markdown has them too.
 */
function readTemplate(tokens: readonly HtmlToken[], html: string): string {
  const isTemplate = (token: HtmlToken): boolean =>
    token.kind === 'start' && ('data-template' in token.attributes || token.name === 'script');
  const at = tokens.findIndex(isTemplate);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return '';
  if (at < 0) return withoutIndentation(html.slice(first.start, last.end));
  const end = findEnd(tokens, at) ?? tokens.length;
  const words = tokens.slice(at + 1, end).map((token) => ('text' in token ? token.text : ''));
  return withoutIndentation(words.join('').replaceAll('__SCRIPT_END__', '</script>'));
}

/** Takes away what the first line begins with, so that an indented text is no code. */
function withoutIndentation(text: string): string {
  const [indentation = ''] = /^\t+|^ +/.exec(text.replace(/^(?:[ \t]*\r?\n)+/, '')) ?? [];
  return text
    .split('\n')
    .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
    .join('\n');
}

interface SectionContext {
  readonly services: MarkdownSectionServices;
  /** Whether nothing else stands on its slide. */
  readonly isAlone: boolean;
}

/** Attributes that say how the section is read; all others are those of each of its slides. */
const READING_RE = /^data-(?:markdown|separator|vertical|charset)/;

function renderSection(section: StartTag, inside: string, { services, isAlone }: SectionContext): string {
  const address = section.attributes['data-markdown'] ?? '';
  const text = address === '' ? inside : readFile(address, section.attributes, services);
  if (typeof text !== 'string') return text.html;
  const slides = services.createSlides(text, readSyntax(section.attributes, services));
  const own = Object.fromEntries(
    Object.entries(section.attributes).filter(([name]) => !READING_RE.test(name)),
  );
  // In a stack there is no place for another one: the slides take the place of the one that the section stands on.
  const isBare = isAlone && slides.some((slide) => slide.slides.length > 0);
  const attributes = isBare ? { 'data-noprocess': '', ...own } : own;
  return slides.map((slide) => writeSlide(slide, attributes)).join('\n');
}

/** The attributes that reveal.js leaves on what it has read, so that nobody reads it again. */
const READ: Attributes = { 'data-markdown': '', 'data-markdown-parsed': 'true' };

function writeSlide({ attributes, html, slides }: Slide, own: Attributes): string {
  if (slides.length > 0) {
    const children = slides.map((slide) => writeSlide(slide, {})).join('\n');
    return `<section${writeAttributes({ ...own, ...attributes })}>\n${html}${children}\n</section>`;
  }
  return `<section${writeAttributes({ ...READ, ...own, ...attributes })}>\n${html}</section>`;
}

const EXTERNAL_RE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

function readFile(
  address: string,
  attributes: Attributes,
  { readFile: read, report }: MarkdownSectionServices,
): string | { readonly html: string } {
  const text = read(address, attributes['data-charset']);
  if (text !== undefined) return text;
  if (EXTERNAL_RE.test(address)) {
    report({
      code: 'markdown-address',
      severity: 'warning',
      message: `data-markdown="${address}" is on another host, so its slides are not read`,
      hint: 'Save the file below static/ and write its address in the site.',
    });
    const link = escapeHtml(address);
    return { html: `<section><p><a href="${link}">${link}</a></p></section>` };
  }
  report({
    code: 'markdown-file-missing',
    severity: 'warning',
    message: `data-markdown="${address}" leads to no file of the site`,
    hint: 'Put the file below static/, or beside the page, and write its address.',
  });
  return { html: '' };
}

/** The attributes by which an author says how such a text is read, and what each is for. */
const PATTERNS: Readonly<Record<string, keyof RevealSyntax>> = {
  'data-separator': 'separator',
  'data-separator-vertical': 'vertical',
  'data-separator-notes': 'notes',
  'data-element-attributes': 'elementAttributes',
  'data-attributes': 'slideAttributes',
};

function readSyntax(attributes: Attributes, { report }: MarkdownSectionServices): RevealSyntax {
  let syntax = revealSyntax;
  for (const [name, key] of Object.entries(PATTERNS)) {
    const written = attributes[name];
    if (!written) continue;
    try {
      syntax = { ...syntax, [key]: new RegExp(written, 'm') };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      report({
        code: 'markdown-pattern-invalid',
        severity: 'warning',
        message: `${name}="${written}" is no regular expression`,
        hint: 'Write one of JavaScript, such as ^---$ for a line of three dashes.',
      });
    }
  }
  return syntax;
}
