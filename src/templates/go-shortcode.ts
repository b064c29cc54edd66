/** A shortcode that is a template in Go's language: `layouts/shortcodes/NAME.html`. */
import { type HtmlToken, readHtml, type StartTag } from '../html.ts';
import type { Attributes, Shortcode, ShortcodeCall, ShortcodeResult } from '../types.ts';
import type { GoTemplate } from './gotemplate/template.ts';

/** Runs the template for a call; `inner` is the text inside in the form that the template wants. */
export type RunShortcode = (call: ShortcodeCall, inner: string) => string;

/** Shortcodes of the reveal-hugo theme that may be left open, and how far they reach then. */
const UNCLOSED: Readonly<Record<string, 'slide' | 'file'>> = {
  fragment: 'slide',
  note: 'slide',
  section: 'file',
  source: 'slide',
};

/** As in Hugo, a template that speaks of `.Inner` stands around a text, and any other does not. */
export function createGoShortcode(name: string, template: GoTemplate, run: RunShortcode): Shortcode {
  const unclosed = UNCLOSED[name];
  const isFirstVersion = isVersionOne(template);
  return {
    name,
    takesInner: template.survey.fields.some((field) => /(?:^|\.)Inner(?:Deindent)?(?:\.|$)/.test(field.name)),
    ...(unclosed && { unclosed }),
    render(call) {
      if (call.delimiter === '%' && makesSection(template)) return createSectionResult(call, run);
      const isRendered = call.delimiter === '%' && (isFirstVersion || call.parent !== undefined);
      // As in Hugo, what stands inside is run before, whether or not the template gets to it.
      const text = run(call, isRendered ? call.inner.html() : call.inner.text());
      const tag = openedSlide(text);
      if (tag) return createSlideResult(tag, text);
      // Hugo puts the text of `{{% %}}` into the Markdown, unless the template asks for the older way, and so it does
      // with all that stands in one whose inner text is Markdown.
      if ((call.delimiter === '%' && !isFirstVersion) || call.isInMarkdown) return { kind: 'markdown', text };
      return { kind: 'html', html: text };
    },
  };
}

/** `{{ $_hugo_config := `{ "version": 1 }` }}`: the inner text is rendered before the template runs. */
function isVersionOne({ survey }: GoTemplate): boolean {
  return survey.variables.some(
    ({ name, value }) =>
      name === '$_hugo_config' && typeof value === 'string' && /"version"\s*:\s*1\b/.test(value),
  );
}

/** Whether a template makes a stack of its inner text, as the theme's does. */
const makesSection = ({ source: { text } }: GoTemplate): boolean =>
  text.includes('<section') && text.includes('data-shortcode-section');

/** Stands for the inner text of such a template. */
const INNER = '\uE010';

/** Whether a text is a section around the inner text, and nothing else. */
function isWholeSection(text: string): boolean {
  const [open, inner, close, ...others] = readHtml(text).filter((token) => !isWhitespace(token));
  const isInner = inner?.kind === 'text' && inner.text.trim() === INNER;
  return open?.kind === 'start' && isSection(open) && isInner && isSection(close) && others.length === 0;
}

const isSection = (token: HtmlToken | undefined): boolean =>
  token !== undefined && 'name' in token && token.name === 'section';

const isWhitespace = (token: HtmlToken): boolean => token.kind === 'text' && token.text.trim() === '';

/** Sites that copied the theme's `section`: what it would make of the inner text is a run of slides. */
function createSectionResult(call: ShortcodeCall, run: RunShortcode): ShortcodeResult {
  if (isWholeSection(run(call, INNER))) return { kind: 'slides', slides: call.inner.slides() };
  return { kind: 'html', html: run(call, call.inner.html()) };
}

/** The tag of the slide that a template opens, as the theme's `slide` does, and leaves it to the theme to close. */
function openedSlide(text: string): StartTag | undefined {
  if (!text.includes('data-noprocess')) return undefined;
  const [tag, ...others] = readHtml(text).filter((token) => !isWhitespace(token));
  if (tag?.kind !== 'start' || !isSection(tag) || !('data-noprocess' in tag.attributes)) return undefined;
  return others.some(isSection) ? undefined : tag;
}

/** An attribute: the tokenizer keeps one of each name, and here one that is written twice counts twice. */
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
    // Written twice, by a template and on the slide: classes add up, and the slide's own value wins.
    attributes[name] = name === 'class' && before ? `${before} ${decode(value)}` : decode(value);
  }
  return { kind: 'attributes', attributes: attributes satisfies Attributes, ...(html.trim() && { html }) };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"', '&quot;': '"', '&#39;': "'", '&#43;': '+',
}; // prettier-ignore

const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#34|#39|#43);/g, (entity) => ENTITIES[entity] ?? entity);
