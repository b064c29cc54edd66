/** What the layout of a slide needs to know about its words: stylesheets can't count letters or lines. */
import { findEnd, type HtmlToken, readHtml } from '../html.ts';
import type { Attributes, Slide } from '../types.ts';

const LAYOUT = 'data-layout';

/** The backgrounds of layouts, which reach to the edges of the window. */
const BACKGROUNDS: Readonly<Record<string, string>> = {
  section: 'var(--deck-accent)',
  'picture-full': '#000',
};

/** The elements whose letters count, in layouts in which it isn't the title. */
const WORDS: Readonly<Record<string, RegExp | undefined>> = {
  statement: /^(?:h[1-3]|p)$/,
  quote: /^blockquote$/,
  'big-number': /^(?:h[1-3]|strong)$/,
};

/** The columns that line numbers take. */
const NUMBER_COLUMNS = 4;

/** The attributes of a slide, with the background and the sizes that its layout needs. */
export function layoutAttributes({ attributes, html }: Pick<Slide, 'attributes' | 'html'>): Attributes {
  const layout = attributes[LAYOUT];
  if (layout === undefined) return attributes;
  const background = Object.hasOwn(BACKGROUNDS, layout) ? BACKGROUNDS[layout] : undefined;
  const hasOwn = Object.keys(attributes).some((name) => name.startsWith('data-background'));
  const styles = [attributes['style']?.trim().replace(/;$/, ''), ...sizes(layout, html)].filter(Boolean);
  return {
    ...attributes,
    ...(background !== undefined && !hasOwn && { 'data-background-color': background }),
    ...(styles.length > 0 && { style: styles.join(';') }),
  };
}

/** The sizes of what is on a slide, as variables. */
function sizes(layout: string, html: string): readonly string[] {
  const tokens = readHtml(html);
  const [words = ''] = textsOf(
    tokens,
    (Object.hasOwn(WORDS, layout) ? WORDS[layout] : undefined) ?? /^h[1-3]$/,
  );
  const letters = words.trim().length;
  const code = layout === 'code' ? textsOf(tokens, /^pre$/).map((text) => text.replace(/\n$/, '')) : [];
  const numberColumns = html.includes('hljs-ln-numbers') ? NUMBER_COLUMNS : 0;
  const lines = code.map((text) => text.split('\n'));
  return [
    ...(letters > 0 ? [`--deck-letters:${letters}`] : []),
    ...(lines.length > 0
      ? [
          `--deck-code-lines:${Math.max(...lines.map(({ length }) => length))}`,
          `--deck-code-columns:${Math.max(...lines.flat().map(({ length }) => length)) + numberColumns}`,
        ]
      : []),
  ];
}

/** The texts in elements of a name. */
function textsOf(tokens: readonly HtmlToken[], nameRe: RegExp): readonly string[] {
  return tokens.flatMap((token, n) => {
    if (token.kind !== 'start' || !nameRe.test(token.name)) return [];
    const inside = tokens.slice(n, findEnd(tokens, n));
    return [inside.map((one) => (one.kind === 'text' ? one.text : '')).join('')];
  });
}
