/** reveal.js's stylesheet, without what no deck needs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dependencyFolder } from '../package-folder.ts';
import { RULE_RE } from './theme-styles.ts';

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

/** reveal.js's stylesheet. */
export function revealStyles(): string {
  const rules = readDist('reveal.css').replaceAll(PICTURE_RE, '').replace(SLANT_RE, '').match(RULE_RE) ?? [];
  return rules.filter((rule) => !PAPER_RE.test(rule)).join('');
}

function readDist(name: string): string {
  return readFileSync(path.join(dependencyFolder('reveal.js'), 'dist', name), 'utf8');
}
