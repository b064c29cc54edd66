/** The styles of Chroma, Hugo's highlighter, as stylesheets for code with style classes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contrastRatio, readColour, type Rgb, writeColour } from '../../rgb.ts';
import type { HtmlFacts, RenderedDeck } from '../../types.ts';
import { themesFolder } from '../package-folder.ts';
import { ensureContrast, mutedColour } from './contrast.ts';

/** The prefix of the class of code in a style. */
const STYLE_CLASS = 'code-style-';

/** The suffix of a style with backgrounds for highlighted lines, which few decks need. */
const WITH_LINES = '-lines';

/** Finds the names of the styles of a deck's code. */
export function findCodeStyles(rendered: RenderedDeck): readonly string[] {
  const found = factsOf(rendered);
  const names = new Set<string>();
  // Without lists of all classes: a deck has thousands, in every edit.
  for (const { classes } of found)
    for (const name of classes) if (name.startsWith(STYLE_CLASS)) names.add(name.slice(STYLE_CLASS.length));
  const end = found.some(({ classes }) => classes.has('code-hl')) ? WITH_LINES : '';
  return [...names].sort().map((name) => name + end);
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

/** The style of plain code or of one token type: `c1:75715e/272822+i`. */
interface TokenStyle {
  readonly colour: string | undefined;
  readonly background: string | undefined;
  /** Declarations for bold, italic and underlined text. */
  readonly extras: readonly string[];
}

const TOKEN_STYLE_RE = /^(?<colour>[\da-f]*)(?:\/(?<background>[\da-f]*))?(?<extras>(?:\+[biu])*)$/;

const EXTRAS: Readonly<Record<string, string>> = {
  b: 'font-weight:bold',
  i: 'font-style:italic',
  u: 'text-decoration:underline',
};

function readTokenStyle(text: string): TokenStyle {
  const { colour = '', background = '', extras = '' } = TOKEN_STYLE_RE.exec(text)?.groups ?? {};
  return {
    colour: colour ? `#${colour}` : undefined,
    background: background ? `#${background}` : undefined,
    extras: extras.split('+').flatMap((extra) => EXTRAS[extra] ?? []),
  };
}

/** The style that Chroma uses for an unknown name. */
const FALLBACK = 'swapoff';

/** Reads the line of a style: its name, plain code, and the token types that it styles. */
function readStyle(name: string): readonly string[] {
  const lines = readFileSync(path.join(themesFolder(), 'code-styles.txt'), 'utf8').split('\n');
  const find = (wanted: string): string | undefined => lines.find((line) => line.startsWith(`${wanted} `));
  return (find(name) ?? find(FALLBACK) ?? '').split(' ');
}

/**
 * Writes the rules of a style. Hugo writes them as inline styles, so their selectors have a high specificity.
 * @param textColour the colour of the theme's text, which is used if the style has none and the contrast is sufficient
 * @param codeColour the colour that the theme gives to all code, if it does
 */
export function chromaStyle(wanted: string, textColour: string | undefined, codeColour?: string): string {
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
    themeColourRule(scope, readColour(codeColour ?? ''), background),
    ...tokenRules(kinds, scope, background),
    ...(name === wanted ? [] : lineRules(kinds, scope, { background, colour: readColour(colour ?? '') })),
  ].join('\n');
}

/** Writes the colour that a theme gives to all code, with enough contrast to the background of the style. */
function themeColourRule(scope: string, colour: Rgb | undefined, background: Rgb | undefined): string {
  if (!colour || !background) return '';
  return `${scope}:is(pre) code{color:${writeColour(ensureContrast(colour, [background]))}}`;
}

/** Writes the rules of token types. Types that look the same share a rule. */
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

/** The token type of highlighted lines. */
const LINE = 'hl';

/** Writes the background of highlighted lines, and other colours for tokens with too little contrast on it. */
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
