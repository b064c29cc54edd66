/**
 * Shortcodes that are layout files, `layouts/shortcodes/NAME.hbs`; built-in ones and those of authors follow the same
 * rules.
 */
import type { Shortcode, ShortcodeCall, SiteConfig, Table } from '../types.ts';
import { endOfUnclosed } from '../unclosed-shortcodes.ts';

/** The layout of a shortcode. */
export interface ShortcodeLayout {
  mentions(name: string): boolean;
  render(data: Table): string;
}

/** Shortcodes whose text is rendered as separate Markdown: `---` in a note is a rule, not a slide break. */
const STANDALONE: ReadonlySet<string> = new Set(['note']);

/** How a layout is used. */
interface LayoutOptions {
  readonly config: SiteConfig;
  /** Whether the layout is ours: those don't depend on the page. */
  readonly isBuiltIn: boolean;
}

/** Creates a shortcode from its layout. As in Hugo, it takes inner content if its template mentions `inner`. */
export function createLayoutShortcode(
  name: string,
  template: ShortcodeLayout,
  { config, isBuiltIn }: LayoutOptions,
): Shortcode {
  const unclosed = endOfUnclosed(name);
  return {
    name,
    takesInner: template.mentions('inner'),
    ...(unclosed && { unclosed }),
    render(call) {
      // The line break at the end of the file would be a space within a sentence.
      const html = template.render(createLayoutData(call, config, isBuiltIn)).replace(/\r?\n$/, '');
      if (!isMarkdownText(call, config)) return { kind: 'html', html };
      return { kind: 'markdown', text: html, isStandalone: STANDALONE.has(name) };
    },
  };
}

/**
 * Whether the output is Markdown. As in Hugo, the output of a call with angle brackets inside another shortcode is part
 * of that one's text. If the site allows no HTML in Markdown, the output stays HTML, or it would be lost.
 */
function isMarkdownText(
  { name, delimiter, parent, isInMarkdown }: ShortcodeCall,
  { markup }: SiteConfig,
): boolean {
  if (delimiter === '%' || markup.unsafe === false) return false;
  return STANDALONE.has(name) ? isInMarkdown : parent !== undefined;
}

/** Creates the data for a layout. `inner` is rendered with `%` and raw with `<`. */
function createLayoutData(call: ShortcodeCall, config: SiteConfig, isBuiltIn: boolean): Table {
  const { name, params, delimiter, inner } = call;
  const data = { name, params: params.values, inner: delimiter === '%' ? inner.html() : inner.text() };
  if (isBuiltIn) return data;
  const { title, description, params: pageParams } = call.page;
  return {
    ...data,
    page: { title, description, params: pageParams },
    site: {
      title: config.title,
      baseURL: config.baseURL,
      languageCode: config.languageCode,
      params: config.params,
    },
  };
}
