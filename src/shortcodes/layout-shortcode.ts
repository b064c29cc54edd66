/** A shortcode that is a layout file, `layouts/shortcodes/NAME.hbs`: ours and an author's follow the same rules. */
import type { Shortcode, ShortcodeCall, SiteConfig, Table } from '../types.ts';

/** The layout of a shortcode, as far as a shortcode needs to know it. */
export interface ShortcodeLayout {
  mentions(name: string): boolean;
  render(data: Table): string;
}

/** The built-in ones that may be left open, and how far they reach then. */
const UNCLOSED: Readonly<Record<string, 'slide' | 'file'>> = {
  fragment: 'slide',
  note: 'slide',
  source: 'slide',
};

/** Breaks in a note are rules of the note, so it is read as Markdown of its own. */
const STANDALONE: ReadonlySet<string> = new Set(['note']);

/** As in Hugo, a template that speaks of `inner` stands around a text, and any other does not. */
export function createLayoutShortcode(
  name: string,
  template: ShortcodeLayout,
  config: SiteConfig,
): Shortcode {
  const unclosed = UNCLOSED[name];
  return {
    name,
    takesInner: template.mentions('inner'),
    ...(unclosed && { unclosed }),
    render(call) {
      // A file ends with a line end; in the middle of a sentence that would be a space.
      const html = template.render(createLayoutData(call, config)).replace(/\r?\n$/, '');
      if (!isMarkdownText(call, config)) return { kind: 'html', html };
      return { kind: 'markdown', text: html, isWhole: STANDALONE.has(name) };
    },
  };
}

/**
 * As in Hugo, what stands with angle brackets in another shortcode is words of its text: Markdown where that is. A
 * site that wants no HTML in its Markdown keeps it as it is, or it would be lost.
 */
function isMarkdownText(
  { name, delimiter, parent, isInMarkdown }: ShortcodeCall,
  { markup }: SiteConfig,
): boolean {
  if (delimiter === '%' || markup.unsafe === false) return false;
  return STANDALONE.has(name) ? isInMarkdown : parent !== undefined;
}

/** What a shortcode's layout gets. `inner` is rendered with `%` and raw with `<`. */
function createLayoutData(
  { name, params, delimiter, inner, page }: ShortcodeCall,
  config: SiteConfig,
): Table {
  return {
    name,
    params: params.values,
    inner: delimiter === '%' ? inner.html() : inner.text(),
    page: { title: page.title, description: page.description, params: page.params },
    site: {
      title: config.title,
      baseURL: config.baseURL,
      languageCode: config.languageCode,
      params: config.params,
    },
  };
}
