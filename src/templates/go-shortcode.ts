/** A shortcode that is a template in Go's language: `layouts/shortcodes/NAME.html`. */
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
  const isFirstVersion = saysVersionOne(template);
  return {
    name,
    takesInner: template.survey.fields.some((field) => /(?:^|\.)Inner(?:Deindent)?(?:\.|$)/.test(field.name)),
    ...(unclosed && { unclosed }),
    render(call) {
      if (call.delimiter === '%' && SECTION_RE.test(template.source.text)) return sectionOf(call, run);
      const isRendered = call.delimiter === '%' && (isFirstVersion || call.parent !== undefined);
      // As in Hugo, what stands inside is run before, whether or not the template gets to it.
      const text = run(call, isRendered ? call.inner.html() : call.inner.text());
      const slide = SLIDE_RE.exec(text);
      if (slide) return slideOf(slide);
      // Hugo puts the text of `{{% %}}` into the Markdown, unless the template asks for the older way, and so it does
      // with all that stands in one whose inner text is Markdown.
      if ((call.delimiter === '%' && !isFirstVersion) || call.isInMarkdown) return { kind: 'markdown', text };
      return { kind: 'html', html: text };
    },
  };
}

/** `{{ $_hugo_config := `{ "version": 1 }` }}`: the inner text is rendered before the template runs. */
function saysVersionOne({ survey }: GoTemplate): boolean {
  return survey.variables.some(
    ({ name, value }) =>
      name === '$_hugo_config' && typeof value === 'string' && /"version"\s*:\s*1\b/.test(value),
  );
}

/** A template that makes a stack of its inner text, as the theme's does. */
const SECTION_RE = /<section\b[^>]*\bdata-shortcode-section\b/;
const WHOLE_SECTION_RE = /^\s*<section\b[^>]*>\s*\uE010\s*<\/section>\s*$/;

/** Sites that copied the theme's `section`: what it would make of the inner text is a run of slides. */
function sectionOf(call: ShortcodeCall, run: RunShortcode): ShortcodeResult {
  const text = run(call, '\uE010');
  if (WHOLE_SECTION_RE.test(text)) return { kind: 'slides', slides: call.inner.slides() };
  return { kind: 'html', html: run(call, call.inner.html()) };
}

/** A template that opens the slide it stands on, as the theme's `slide` does, and leaves it to the theme to close it. */
const SLIDE_RE =
  /^\s*<section\b((?=[^>]*\bdata-noprocess\b)(?:"[^"]*"|'[^']*'|[^>"'])*)>((?:(?!<\/?section\b)[\s\S])*)$/;
const ATTRIBUTE_RE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;
const THEMES_OWN: ReadonlySet<string> = new Set(['data-noprocess', 'data-shortcode-slide']);

function slideOf([, tag = '', html = '']: RegExpExecArray): ShortcodeResult {
  const attributes: Record<string, string> = {};
  for (const [, name = '', ...values] of tag.matchAll(ATTRIBUTE_RE)) {
    const value = values.find((candidate) => candidate !== undefined) ?? '';
    if (THEMES_OWN.has(name)) continue;
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
