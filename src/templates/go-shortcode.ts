/** Shortcodes that are templates in Go's language: `layouts/shortcodes/NAME.html`. */
import { type HtmlToken, readHtml, type StartTag } from '../html.ts';
import type { Attributes, Shortcode, ShortcodeCall, ShortcodeResult } from '../types.ts';
import { endOfUnclosed } from '../unclosed-shortcodes.ts';
import type { GoTemplate } from './gotemplate/template.ts';

/** Runs the template for a call; `inner` is the inner text, rendered or raw as the template needs it. */
export type RunShortcode = (call: ShortcodeCall, inner: string) => string;

/** Creates a shortcode from its template. As in Hugo, it takes inner content if the template mentions `.Inner`. */
export function createGoShortcode(name: string, template: GoTemplate, run: RunShortcode): Shortcode {
  const unclosed = endOfUnclosed(name);
  const isFirstVersion = isVersionOne(template);
  return {
    name,
    takesInner: template.survey.fields.some((field) => /(?:^|\.)Inner(?:Deindent)?(?:\.|$)/.test(field.name)),
    ...(unclosed && { unclosed }),
    render(call) {
      if (call.delimiter === '%' && makesSection(template)) return createSectionResult(call, run);
      const isRendered = call.delimiter === '%' && (isFirstVersion || call.parent !== undefined);
      // As in Hugo, inner shortcodes run first, even if the template never uses them.
      const text = run(call, isRendered ? call.inner.html() : call.inner.text());
      const tag = openedSlide(text);
      if (tag) return createSlideResult(tag, text);
      // Hugo inserts the output of `{{% %}}` into the Markdown, unless the template asks for version 1; the same for
      // all calls inside a shortcode whose inner text is Markdown.
      if ((call.delimiter === '%' && !isFirstVersion) || call.isInMarkdown) return { kind: 'markdown', text };
      return { kind: 'html', html: text };
    },
  };
}

/**
 * Whether a template asks for version 1, `{{ $_hugo_config := `{ "version": 1 }` }}`, in which the inner text is
 * rendered before it runs.
 */
function isVersionOne({ survey }: GoTemplate): boolean {
  return survey.variables.some(
    ({ name, value }) =>
      name === '$_hugo_config' && typeof value === 'string' && /"version"\s*:\s*1\b/.test(value),
  );
}

/** Whether a template creates a stack from its inner text, as the theme's `section` does. */
const makesSection = ({ source: { text } }: GoTemplate): boolean =>
  text.includes('<section') && text.includes('data-shortcode-section');

/** A placeholder for the inner text. */
const INNER = '\uE010';

/** Whether a text is a section around the placeholder, and nothing else. */
function isWholeSection(text: string): boolean {
  const [open, inner, close, ...others] = readHtml(text).filter((token) => !isWhitespace(token));
  const isInner = inner?.kind === 'text' && inner.text.trim() === INNER;
  return open?.kind === 'start' && isSection(open) && isInner && isSection(close) && others.length === 0;
}

const isSection = (token: HtmlToken | undefined): boolean =>
  token !== undefined && 'name' in token && token.name === 'section';

const isWhitespace = (token: HtmlToken): boolean => token.kind === 'text' && token.text.trim() === '';

/** Creates the slides of a stack, for sites that have copied the theme's `section`. */
function createSectionResult(call: ShortcodeCall, run: RunShortcode): ShortcodeResult {
  if (isWholeSection(run(call, INNER))) return { kind: 'slides', slides: call.inner.slides() };
  return { kind: 'html', html: run(call, call.inner.html()) };
}

/** Finds the tag of a slide that a template opens but does not close, as the theme's `slide` does. */
function openedSlide(text: string): StartTag | undefined {
  if (!text.includes('data-noprocess')) return undefined;
  const [tag, ...others] = readHtml(text).filter((token) => !isWhitespace(token));
  if (tag?.kind !== 'start' || !isSection(tag) || !('data-noprocess' in tag.attributes)) return undefined;
  return others.some(isSection) ? undefined : tag;
}

/** An attribute. The tokenizer keeps only one of each name; here duplicates count. */
const ATTRIBUTE_RE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;
const THEME_ATTRIBUTES: ReadonlySet<string> = new Set(['data-noprocess', 'data-shortcode-slide']);

function createSlideResult({ start, end }: StartTag, text: string): ShortcodeResult {
  const tag = text.slice(start + '<section'.length, end - '>'.length);
  const html = text.slice(end);
  const attributes: Record<string, string> = {};
  for (const [, name = '', ...values] of tag.matchAll(ATTRIBUTE_RE)) {
    const value = values.find((candidate) => candidate !== undefined) ?? '';
    if (THEME_ATTRIBUTES.has(name)) continue;
    const before = attributes[name];
    // With duplicates, classes are joined, and the slide's own value wins.
    attributes[name] = name === 'class' && before ? `${before} ${decode(value)}` : decode(value);
  }
  return { kind: 'attributes', attributes: attributes satisfies Attributes, ...(html.trim() && { html }) };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"', '&quot;': '"', '&#39;': "'", '&#43;': '+',
}; // prettier-ignore

const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#34|#39|#43);/g, (entity) => ENTITIES[entity] ?? entity);
