/** reveal.js's stylesheets, without rules that the decks of a site do not need. */
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

/** Attributes of slides, by the options of the deck that they override. */
const ATTRIBUTES = {
  transition: 'data-transition',
  backgroundTransition: 'data-background-transition',
} as const;

type Option = keyof typeof ATTRIBUTES;

const someElement = ({ sections }: RenderedDeck, isWanted: (tag: TagFacts) => boolean): boolean =>
  sections.some(({ facts }) => facts.elements.some(isWanted));

function isRequested(deck: RenderedDeck, option: Option, nameRe: RegExp): boolean {
  return (
    nameRe.test(String(deck.params.options[option])) ||
    someElement(deck, ({ attributes: { [ATTRIBUTES[option]]: value, href } }) =>
      [value, inLink(href, option)].some((words) => words !== undefined && nameRe.test(words)),
    )
  );
}

/** Reads an option from a link that opens a deck with it: `?transition=zoom`. */
function inLink(href: string | undefined, option: Option): string | undefined {
  if (!href?.includes(`${option}=`)) return undefined;
  return new URLSearchParams(/\?([^#]*)/.exec(href)?.[1]).get(option) ?? undefined;
}

const wordRe = (name: string): RegExp => new RegExp(`\\b${name}\\b`);

function transition(name: string): Part {
  const nameRe = wordRe(name);
  return {
    name,
    selector: `^\\.reveal(?:\\.[\\w-]+)*\\.${name}\\b|data-transition~?=${name}\\b`,
    isUsed: (deck) => isRequested(deck, 'transition', nameRe),
  };
}

function backgroundTransition(name: string): Part {
  const nameRe = wordRe(name);
  return {
    name: `background-${name}`,
    selector: `background-transition=${name}\\b`,
    isUsed: (deck) => isRequested(deck, 'backgroundTransition', nameRe),
  };
}

const parts: readonly Part[] = [
  ...['concave', 'convex', 'cube', 'default', 'linear', 'page', 'zoom'].map(transition),
  ...['concave', 'convex', 'slide', 'zoom'].map(backgroundTransition),
  {
    name: 'playback',
    selector: '\\.playback\\b',
    isUsed: (deck) =>
      Boolean(deck.params.options['autoSlide']) ||
      someElement(deck, ({ attributes }) => 'data-autoslide' in attributes),
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

/** The names of all parts, for decks whose scripts may need any of them. */
export const allParts: readonly string[] = parts.map(({ name }) => name);

/** The names of the parts that a deck uses. */
export function partsOf({ rendered, scripts }: ReadyDeck): readonly string[] {
  if (scripts === 'classic') return allParts;
  return parts.filter((part) => part.isUsed(rendered)).map(({ name }) => name);
}

/** Inlined images, five kilobytes in total. deck.css replaces them with characters. */
const PICTURE_RE = /background-image:url\(["']?data:image\/[^)]*\);?/g;

/** Makes every browser load an italic face, which few slides need: it is loaded on demand. */
const SLANT_RE = /\.reveal:{1,2}after\{content:["']{2};font-style:italic\}/;

/** Print rules for outside of the print view: deck.css has its own. */
const PAPER_RE = /^\s*@media print\b/;

/**
 * Reads reveal.js's reset of browser styles: padding of lists, margins of figures, sizes of small headings. reveal-hugo
 * loads it before all other stylesheets, so any rule of a theme or an author overrides it.
 */
export function resetStyles(): string {
  return readDist('reset.css');
}

/** Reads reveal.js's main stylesheet, with these of its parts. */
export function revealStyles(wanted: readonly string[]): string {
  const css = readDist('reveal.css');
  const unused = parts.filter(({ name }) => !wanted.includes(name)).map(({ selector }) => selector);
  const all = css.replaceAll(PICTURE_RE, '').replace(SLANT_RE, '').match(RULE_RE) ?? [];
  const rules = all.filter((rule) => !PAPER_RE.test(rule));
  if (unused.length === 0) return rules.join('');
  const unusedRe = new RegExp(unused.join('|'));
  return rules.map((rule) => withoutSelectors(rule, unusedRe)).join('');
}

/** Removes selectors from a rule; the result is empty if none remain. */
function withoutSelectors(rule: string, unused: RegExp): string {
  if (rule.startsWith('@')) return rule;
  const start = rule.indexOf('{');
  const used = rule
    .slice(0, start)
    .split(/,(?![^(]*\))/)
    .filter((selector) => !unused.test(selector));
  return used.length === 0 ? '' : used.join(',') + rule.slice(start);
}

function readDist(name: string): string {
  return readFileSync(path.join(dependencyFolder('reveal.js'), 'dist', name), 'utf8');
}
