/** The styles of Hugo's highlighter, Chroma, as stylesheets for code that stands in their classes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contrastOf, readColour, type Rgb, writeColour } from '../../rgb.ts';
import type { HtmlFacts, RenderedDeck } from '../../types.ts';
import { packageFolder } from '../package-folder.ts';
import { mendColour, quietColour } from './contrast.ts';

/** What the class of code begins with that is in a style. */
const STYLE_CLASS = 'code-style-';

/** Behind the name of a style: with a ground for lines, which few decks need. */
const WITH_LINES = '-lines';

/** The names of the styles in which a deck has code. */
export function codeStylesOf(rendered: RenderedDeck): readonly string[] {
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
interface Look {
  readonly colour: string | undefined;
  readonly ground: string | undefined;
  /** Bold, slanted and underlined. */
  readonly extras: readonly string[];
}

const LOOK_RE = /^(?<colour>[\da-f]*)(?:\/(?<ground>[\da-f]*))?(?<extras>(?:\+[biu])*)$/;

const EXTRAS: Readonly<Record<string, string>> = {
  b: 'font-weight:bold',
  i: 'font-style:italic',
  u: 'text-decoration:underline',
};

function readLook(text: string): Look {
  const { colour = '', ground = '', extras = '' } = LOOK_RE.exec(text)?.groups ?? {};
  return {
    colour: colour ? `#${colour}` : undefined,
    ground: ground ? `#${ground}` : undefined,
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
export function chromaStyle(wanted: string, ink: string | undefined): string {
  const name = wanted.replace(WITH_LINES, '');
  const [, plain = '', ...kinds] = readStyle(name);
  const scope = `.reveal .slides .code-style-${name}`;
  const base = readLook(plain);
  const ground = readColour(base.ground ?? '');
  const colour = ground ? writeColour(plainColour(base, ground, ink)) : base.colour;
  const quiet = ground && colour ? writeColour(quietColour(readColour(colour) ?? ground, ground)) : undefined;
  const head = [
    ...(colour ? [`color:${colour}`] : []),
    ...(base.ground ? [`background-color:${base.ground}`] : []),
  ];
  return [
    `${scope}:is(pre){${head.join(';')}}`,
    quiet ? `${scope}{--code-quiet:${quiet}}` : '',
    ...wordRules(kinds, scope, ground),
    ...(name === wanted ? [] : lineRules(kinds, scope, { ground, colour: readColour(colour ?? '') })),
  ].join('\n');
}

/** Kinds of words that look alike share a rule. */
function wordRules(kinds: readonly string[], scope: string, ground: Rgb | undefined): readonly string[] {
  const names = new Map<string, string[]>();
  for (const kind of kinds) {
    const [name = '', text = ''] = kind.split(':');
    if (name === LINE) continue;
    const rule = wordRule(readLook(text), ground);
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
  base: { readonly ground: Rgb | undefined; readonly colour: Rgb | undefined },
): readonly string[] {
  const looks = kinds
    .map((kind) => kind.split(':'))
    .map(([name, text = '']) => ({ name, ...readLook(text) }));
  const line = looks.find(({ name }) => name === LINE)?.ground;
  const ground = readColour(line ?? '');
  if (!line || !ground) return [];
  const own = base.colour && mendColour(base.colour, [ground]);
  const ink = own && own !== base.colour ? `;color:${writeColour(own)}` : '';
  const words = looks.flatMap((look) => {
    const colour = readColour(look.colour ?? '');
    if (!colour || look.ground) return [];
    const mended = mendColour(colour, base.ground ? [base.ground, ground] : [ground]);
    const usual = base.ground ? mendColour(colour, [base.ground]) : colour;
    return contrastOf(usual, ground) >= contrastOf(mended, ground)
      ? []
      : [`${scope} .code-${LINE} .code-${look.name}{color:${writeColour(mended)}}`];
  });
  return [`${scope} .code-${LINE}{background-color:${line}${ink}}`, ...words];
}

function plainColour({ colour }: Look, ground: Rgb, ink: string | undefined): Rgb {
  const own = readColour(colour ?? '');
  if (own) return mendColour(own, [ground]);
  const around = readColour(ink ?? '');
  const dark: Rgb = [34, 34, 34];
  const usual: Rgb = contrastOf(dark, ground) > contrastOf([255, 255, 255], ground) ? dark : [255, 255, 255];
  return around && mendColour(around, [ground]) === around ? around : usual;
}

function wordRule(look: Look, ground: Rgb | undefined): string {
  const behind = readColour(look.ground ?? '') ?? ground;
  const colour = readColour(look.colour ?? '');
  return [
    ...(colour ? [`color:${writeColour(behind ? mendColour(colour, [behind]) : colour)}`] : []),
    ...(look.ground ? [`background-color:${look.ground}`] : []),
    ...look.extras,
  ].join(';');
}
