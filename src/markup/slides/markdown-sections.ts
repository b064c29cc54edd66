/**
 * `<section data-markdown>`: slides in reveal.js's own Markdown, rendered at build time instead of in the browser.
 * Source: the Markdown plugin of reveal.js 6.
 */
import type { Finding } from '../../diagnostics.ts';
import { findEnd, findEnds, type HtmlToken, readHtml, type StartTag } from '../../html.ts';
import type { Attributes, Slide } from '../../types.ts';
import { escapeHtml } from '../../escape-html.ts';
import { writeAttributes } from '../write-html.ts';
import { Pattern, PatternError } from '../../patterns.ts';
import { type RevealSyntax, revealSyntax } from './reveal-markdown.ts';

/** What rendering Markdown sections needs. */
export interface MarkdownSectionServices {
  /** Creates the slides of a text. */
  readonly createSlides: (text: string, syntax: RevealSyntax) => readonly Slide[];
  /** Reads a file of the site by its address; `undefined` if there is none. */
  readonly readFile: (address: string, charset: string | undefined) => string | undefined;
  /** Receives mistakes, with the name and value of the attribute that has one. */
  readonly report: (finding: Omit<Finding, 'source' | 'offset'>, name: string, value: string) => void;
}

/** Renders the Markdown sections in the HTML of a slide. */
export function renderMarkdownSections(html: string, services: MarkdownSectionServices): string {
  if (!/data-markdown/i.test(html)) return html;
  const tokens = readHtml(html);
  const ends = findEnds(tokens);
  let written = '';
  let at = 0;
  for (const [n, token] of tokens.entries()) {
    if (!isMarkdownSection(token) || token.start < at) continue;
    const end = ends[n];
    const last = end === undefined ? undefined : tokens[end];
    if (end === undefined || !last) continue;
    const isOnlyContent = html.slice(0, token.start).trim() === '' && html.slice(last.end).trim() === '';
    const text = readTemplate(tokens.slice(n + 1, end), html);
    written += html.slice(at, token.start) + renderSection(token, text, { services, isAlone: isOnlyContent });
    at = last.end;
  }
  return written + html.slice(at);
}

/** Whether a token opens a Markdown section that is not rendered yet. */
export const isMarkdownSection = (token: HtmlToken | undefined): token is StartTag =>
  token?.kind === 'start' &&
  token.name === 'section' &&
  'data-markdown' in token.attributes &&
  !('data-markdown-parsed' in token.attributes);

/**
 * Reads the Markdown in `<script type="text/template">` or `<textarea data-template>`. Without either, reveal.js takes
 * the text and drops all tags; here tags stay, because Markdown may contain them.
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

/** Removes the indentation of the first line from every line, so that indented text does not become code. */
function withoutIndentation(text: string): string {
  const [indentation = ''] = /^\t+|^ +/.exec(text.replace(/^(?:[ \t]*\r?\n)+/, '')) ?? [];
  return text
    .split('\n')
    .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
    .join('\n');
}

interface SectionContext {
  readonly services: MarkdownSectionServices;
  /** Whether the section is the only content of its slide. */
  readonly isAlone: boolean;
}

/** Attributes that control how the section is read; all others are set on each of its slides. */
const READING_RE = /^data-(?:markdown|separator|vertical|charset)/;

function renderSection(section: StartTag, inside: string, { services, isAlone }: SectionContext): string {
  const address = section.attributes['data-markdown'] ?? '';
  const text = address === '' ? inside : readFile(address, section.attributes, services);
  if (typeof text !== 'string') return text.html;
  const slides = services.createSlides(text, readSyntax(section.attributes, services));
  const own = Object.fromEntries(
    Object.entries(section.attributes).filter(([name]) => !READING_RE.test(name)),
  );
  // A stack can't contain another one: the slides replace the slide that contains the section.
  const isBare = isAlone && slides.some((slide) => slide.slides.length > 0);
  const attributes = isBare ? { 'data-noprocess': '', ...own } : own;
  return slides.map((slide) => writeSlide(slide, attributes)).join('\n');
}

/** The attributes that reveal.js sets on rendered sections, so that they are not rendered twice. */
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
    const finding = {
      code: 'markdown-address',
      severity: 'warning',
      message: `data-markdown="${address}" is on another host, so a link to it replaces its slides`,
      hint: 'Save the file in static/ and use its address on the site.',
    } as const;
    report(finding, 'data-markdown', address);
    const link = escapeHtml(address);
    return { html: `<section><p><a href="${link}">${link}</a></p></section>` };
  }
  const finding = {
    code: 'markdown-file-missing',
    severity: 'warning',
    message: `data-markdown="${address}" names a file that does not exist, so its slides are missing`,
    hint: 'Put the file in static/ or next to the page, and write its address on the site.',
  } as const;
  report(finding, 'data-markdown', address);
  return { html: '' };
}

/** Attributes with patterns, and the part of the syntax that each one sets. */
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
      syntax = { ...syntax, [key]: new Pattern(written) };
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      const finding = {
        code: 'markdown-pattern-invalid',
        severity: 'warning',
        message: `${name}="${written}" is not a valid regular expression (RE2), so it is ignored`,
        hint: 'Use one without (?= and (?<=, such as ^---$ for a line of three dashes.',
      } as const;
      report(finding, name, written);
    }
  }
  return syntax;
}
