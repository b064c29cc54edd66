/** The styles of Hugo's highlighter, Chroma, as stylesheets for code that stands in their classes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contrastRatio, readColour, type Rgb, writeColour } from '../../rgb.ts';
import type { HtmlFacts, RenderedDeck } from '../../types.ts';
import { packageFolder } from '../package-folder.ts';
import { ensureContrast, mutedColour } from './contrast.ts';

/** What the class of code begins with that is in a style. */
const STYLE_CLASS = 'code-style-';

/** Behind the name of a style: with a ground for lines, which few decks need. */
const WITH_LINES = '-lines';

/** The names of the styles in which a deck has code. */
export function findCodeStyles(rendered: RenderedDeck): readonly string[] {
  const found = factsOf(rendered);
  const names = found
    .flatMap(({ classes }) => [...classes])
    .filter((name) => name.startsWith(STYLE_CLASS))
    .map((name) => name.slice(STYLE_CLASS.length));
  const end = found.some(({ classes }) => classes.has('code-hl')) ? WITH_LINES : '';
  return [...new Set(names)].sort().map((name) => name + end);
}

/** Whether a deck has code in a style of highlight.js. */
export function needsHighlightTheme(rendered: RenderedDeck): boolean {
  return factsOf(rendered).some(
    ({ classes, scripts }) =>
      [...classes].some((name) => HLJS_RE.test(name)) || scripts.some(({ text }) => HLJS_RE.test(text)),
  );
}

const HLJS_RE = /\bhljs\b/;

const factsOf = ({ sections, slotFacts }: RenderedDeck): readonly HtmlFacts[] => [
  slotFacts,
  ...sections.map(({ facts }) => facts),
];

/** What a style says of plain code or of one kind of words: `c1:75715e/272822+i`. */
interface TokenStyle {
  readonly colour: string | undefined;
  readonly background: string | undefined;
  /** Bold, slanted and underlined. */
  readonly extras: readonly string[];
}

const TOKEN_STYLE_RE = /^(?<colour>[\da-f]*)(?:\/(?<ground>[\da-f]*))?(?<extras>(?:\+[biu])*)$/;

const EXTRAS: Readonly<Record<string, string>> = {
  b: 'font-weight:bold',
  i: 'font-style:italic',
  u: 'text-decoration:underline',
};

function readTokenStyle(text: string): TokenStyle {
  const { colour = '', ground: background = '', extras = '' } = TOKEN_STYLE_RE.exec(text)?.groups ?? {};
  return {
    colour: colour ? `#${colour}` : undefined,
    background: background ? `#${background}` : undefined,
    extras: extras.split('+').flatMap((extra) => EXTRAS[extra] ?? []),
  };
}

/** The style that Chroma takes for a name that it does not know. */
const FALLBACK = 'swapoff';

/** One line a style: its name, plain code, and each kind of words that has a look of its own. */
function readStyle(name: string): readonly string[] {
  const lines = readFileSync(path.join(packageFolder(), 'themes', 'code-styles.txt'), 'utf8').split('\n');
  const find = (wanted: string): string | undefined => lines.find((line) => line.startsWith(`${wanted} `));
  return (find(name) ?? find(FALLBACK) ?? '').split(' ');
}

/**
 * The rules of a style. Hugo writes them into each element, so they weigh more than those of a stylesheet of an author.
 * `ink` is the colour of the words around it, which counts where a style has none of its own and it can be read.
 */
export function chromaStyle(wanted: string, textColour: string | undefined): string {
  const name = wanted.replace(WITH_LINES, '');
  const [, plain = '', ...kinds] = readStyle(name);
  const scope = `.reveal .slides .code-style-${name}`;
  const base = readTokenStyle(plain);
  const background = readColour(base.background ?? '');
  const colour = background ? writeColour(plainColour(base, background, textColour)) : base.colour;
  const muted =
    background && colour ? writeColour(mutedColour(readColour(colour) ?? background, background)) : undefined;
  const head = [
    ...(colour ? [`color:${colour}`] : []),
    ...(base.background ? [`background-color:${base.background}`] : []),
  ];
  return [
    `${scope}:is(pre){${head.join(';')}}`,
    muted ? `${scope}{--code-quiet:${muted}}` : '',
    ...tokenRules(kinds, scope, background),
    ...(name === wanted ? [] : lineRules(kinds, scope, { background, colour: readColour(colour ?? '') })),
  ].join('\n');
}

/** Kinds of words that look alike share a rule. */
function tokenRules(kinds: readonly string[], scope: string, background: Rgb | undefined): readonly string[] {
  const names = new Map<string, string[]>();
  for (const kind of kinds) {
    const [name = '', text = ''] = kind.split(':');
    if (name === LINE) continue;
    const rule = tokenRule(readTokenStyle(text), background);
    names.set(rule, [...(names.get(rule) ?? []), `.code-${name}`]);
  }
  return [...names].map(([rule, all]) => `${scope} :is(${all.join()}){${rule}}`);
}

/** The kind of words that are whole lines. */
const LINE = 'hl';

/** The ground of lines, and other colours for words that can be read on that of the style alone. */
function lineRules(
  kinds: readonly string[],
  scope: string,
  base: { readonly background: Rgb | undefined; readonly colour: Rgb | undefined },
): readonly string[] {
  const styles = kinds
    .map((kind) => kind.split(':'))
    .map(([name, text = '']) => ({ name, ...readTokenStyle(text) }));
  const line = styles.find(({ name }) => name === LINE)?.background;
  const background = readColour(line ?? '');
  if (!line || !background) return [];
  const own = base.colour && ensureContrast(base.colour, [background]);
  const textColour = own && own !== base.colour ? `;color:${writeColour(own)}` : '';
  const words = styles.flatMap((style) => {
    const colour = readColour(style.colour ?? '');
    if (!colour || style.background) return [];
    const adjusted = ensureContrast(colour, base.background ? [base.background, background] : [background]);
    const usual = base.background ? ensureContrast(colour, [base.background]) : colour;
    return contrastRatio(usual, background) >= contrastRatio(adjusted, background)
      ? []
      : [`${scope} .code-${LINE} .code-${style.name}{color:${writeColour(adjusted)}}`];
  });
  return [`${scope} .code-${LINE}{background-color:${line}${textColour}}`, ...words];
}

function plainColour({ colour }: TokenStyle, background: Rgb, textColour: string | undefined): Rgb {
  const own = readColour(colour ?? '');
  if (own) return ensureContrast(own, [background]);
  const around = readColour(textColour ?? '');
  const dark: Rgb = [34, 34, 34];
  const usual: Rgb =
    contrastRatio(dark, background) > contrastRatio([255, 255, 255], background) ? dark : [255, 255, 255];
  return around && ensureContrast(around, [background]) === around ? around : usual;
}

function tokenRule(style: TokenStyle, background: Rgb | undefined): string {
  const backgroundRule = readColour(style.background ?? '') ?? background;
  const colour = readColour(style.colour ?? '');
  return [
    ...(colour
      ? [`color:${writeColour(backgroundRule ? ensureContrast(colour, [backgroundRule]) : colour)}`]
      : []),
    ...(style.background ? [`background-color:${style.background}`] : []),
    ...style.extras,
  ].join(';');
}
