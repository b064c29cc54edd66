/** reveal.js's stylesheet, without what the decks of a site do not use. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReadyDeck, RenderedDeck, TagFacts } from '../../types.ts';
import { dependencyFolder } from '../package-folder.ts';
import { RULE_RE } from './theme-styles.ts';

/** A part of the stylesheet that only some decks use. */
interface Part {
  readonly name: string;
  /** A pattern that only the selectors of its rules match. */
  readonly selector: string;
  isUsed(deck: RenderedDeck): boolean;
}

/** In attributes of slides, by the options that say it for all of them. */
const ATTRIBUTES = {
  transition: 'data-transition',
  backgroundTransition: 'data-background-transition',
} as const;

type Option = keyof typeof ATTRIBUTES;

const elementsOf = ({ sections }: RenderedDeck): readonly TagFacts[] =>
  sections.flatMap(({ facts }) => facts.elements);

function isAsked(deck: RenderedDeck, option: Option, name: string): boolean {
  const nameRe = new RegExp(`\\b${name}\\b`);
  return (
    nameRe.test(String(deck.params.options[option])) ||
    elementsOf(deck).some(({ attributes: { [ATTRIBUTES[option]]: value = '', href } }) =>
      nameRe.test(`${value} ${inLink(href, option)}`),
    )
  );
}

/** A link may open a deck with another one: `?transition=zoom`. */
function inLink(href: string | undefined, option: Option): string {
  if (!href?.includes(`${option}=`)) return '';
  return new URLSearchParams(/\?([^#]*)/.exec(href)?.[1]).get(option) ?? '';
}

const transition = (name: string): Part => ({
  name,
  selector: `^\\.reveal(?:\\.[\\w-]+)*\\.${name}\\b|data-transition~?=${name}\\b`,
  isUsed: (deck) => isAsked(deck, 'transition', name),
});

const backgroundTransition = (name: string): Part => ({
  name: `background-${name}`,
  selector: `background-transition=${name}\\b`,
  isUsed: (deck) => isAsked(deck, 'backgroundTransition', name),
});

const parts: readonly Part[] = [
  ...['concave', 'convex', 'cube', 'default', 'linear', 'page', 'zoom'].map(transition),
  ...['concave', 'convex', 'slide', 'zoom'].map(backgroundTransition),
  {
    name: 'playback',
    selector: '\\.playback\\b',
    isUsed: (deck) =>
      Boolean(deck.params.options['autoSlide']) ||
      elementsOf(deck).some(({ attributes }) => 'data-autoslide' in attributes),
  },
  {
    name: 'roll',
    selector: '\\.roll\\b',
    isUsed: ({ sections }) => sections.some(({ facts }) => facts.classes.has('roll')),
  },
  { name: 'rtl', selector: '\\.rtl\\b', isUsed: ({ params }) => Boolean(params.options['rtl']) },
  {
    name: 'speaker-notes',
    selector: '\\.speaker-notes|\\.show-notes',
    isUsed: ({ params }) => Boolean(params.options['showNotes']),
  },
];

/** The names of all parts, for decks whose scripts may ask for any. */
export const allParts: readonly string[] = parts.map(({ name }) => name);

/** The names of the parts that a deck uses. */
export function partsOf({ rendered, scripts }: ReadyDeck): readonly string[] {
  if (scripts === 'classic') return allParts;
  return parts.filter((part) => part.isUsed(rendered)).map(({ name }) => name);
}

/** Pictures inside of the stylesheet, five kilobytes of them. deck.css has signs in their places. */
const PICTURE_RE = /background-image:url\(["']?data:image\/[^)]*\);?/g;

/** Has every reader load a slanted face, which few slides need: it comes as one of them is near. */
const SLANT_RE = /\.reveal:{1,2}after\{content:["']{2};font-style:italic\}/;

/** What a deck is printed with outside of the print view: deck.css has rules of our own for it. */
const PAPER_RE = /^\s*@media print\b/;

/**
 * The rules of reveal.js that take away those of browsers: paddings of lists, margins of figures, sizes of small
 * headings. The theme loads them in front of all others, so any rule of a theme or an author counts over them.
 */
export function resetStyles(): string {
  return readDist('reset.css');
}

/** reveal.js's stylesheet, of its parts only these. */
export function revealStyles(wanted: readonly string[]): string {
  const css = readDist('reveal.css');
  const unused = parts.filter(({ name }) => !wanted.includes(name)).map(({ selector }) => selector);
  const all = css.replaceAll(PICTURE_RE, '').replace(SLANT_RE, '').match(RULE_RE) ?? [];
  const rules = all.filter((rule) => !PAPER_RE.test(rule));
  if (unused.length === 0) return rules.join('');
  const unusedRe = new RegExp(unused.join('|'));
  return rules.map((rule) => withoutSelectors(rule, unusedRe)).join('');
}

/** The rule for the selectors that are left; nothing where none is. */
function withoutSelectors(rule: string, unused: RegExp): string {
  if (rule.startsWith('@')) return rule;
  const start = rule.indexOf('{');
  const kept = rule
    .slice(0, start)
    .split(/,(?![^(]*\))/)
    .filter((selector) => !unused.test(selector));
  return kept.length === 0 ? '' : kept.join(',') + rule.slice(start);
}

function readDist(name: string): string {
  return readFileSync(path.join(dependencyFolder('reveal.js'), 'dist', name), 'utf8');
}
