/** The styles of Hugo's highlighter, Chroma, as stylesheets for code that stands in their classes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contrastOf, readColour, type Rgb, writeColour } from '../../rgb.ts';
import type { RenderedDeck } from '../../types.ts';
import { packageFolder } from '../package-folder.ts';
import { mendColour, quietColour } from './contrast.ts';

const CLASS_RE = /\bcode-style-([\w-]+)/g;

/** The names of the styles in which a deck has code. */
export function codeStylesOf({ sections, slots }: RenderedDeck): readonly string[] {
  const texts: readonly string[] = [...sections, ...Object.values(slots)];
  const names = texts.flatMap((html) => [...html.matchAll(CLASS_RE)].map(([, name = '']) => name));
  return [...new Set(names)].sort();
}

/** Whether a deck has code in a style of highlight.js, or scripts of its author that may bring it. */
export function needsHighlightTheme({ sections, slots, scripts }: RenderedDeck): boolean {
  const texts: readonly string[] = [...sections, ...Object.values(slots)];
  return scripts === 'classic' || texts.some((html) => HLJS_RE.test(html));
}

const HLJS_RE = /\bhljs\b/;

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
export function chromaStyle(name: string, ink: string | undefined): string {
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
  ].join('\n');
}

/** Kinds of words that look alike share a rule. */
function wordRules(kinds: readonly string[], scope: string, ground: Rgb | undefined): readonly string[] {
  const names = new Map<string, string[]>();
  for (const kind of kinds) {
    const [name = '', text = ''] = kind.split(':');
    // Lines that stand out have no ground of their own here.
    if (name === 'hl') continue;
    const rule = wordRule(readLook(text), ground);
    names.set(rule, [...(names.get(rule) ?? []), `.code-${name}`]);
  }
  return [...names].map(([rule, all]) => `${scope} :is(${all.join()}){${rule}}`);
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
