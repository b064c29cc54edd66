/** Decks by chance, and what an author might make of them: the same for the same seed. */

/** A number from 0 to `limit`, which is not among them. */
export type Chance = (limit: number) => number;

/** Source: mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const WORDS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];
const BACKGROUNDS = ['#123456', 'white', '#fedcba'];

const word = (chance: Chance): string => WORDS[chance(WORDS.length)] ?? '';
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

const PARTS: readonly ((chance: Chance) => string)[] = [
  (chance) => `<p>${word(chance)} <em>${word(chance)}</em> ${word(chance)}</p>`,
  (chance) => `<p class="fragment">${word(chance)}</p>`,
  (chance) => `<p class="fragment grow" data-fragment-index="${chance(3)}">${word(chance)}</p>`,
  (chance) =>
    `<ul>\n${times(1 + chance(4), () => `<li><span class="fragment">${word(chance)}</span></li>\n`).join('')}</ul>`,
  (chance) =>
    `<pre><code class="language-js">${times(1 + chance(3), () => word(chance)).join('\n')}</code></pre>`,
  (chance) => `<aside class="notes"><p>${word(chance)}</p></aside>`,
  (chance) =>
    `<div style="color: ${chance(2) ? 'red' : 'blue'}; margin: ${chance(9)}px">${word(chance)}</div>`,
  (chance) => `<!-- ${word(chance)} -->${word(chance)}`,
  (chance) => `<table><tbody><tr><td>${word(chance)}</td><td>${word(chance)}</td></tr></tbody></table>`,
];

function attributes(chance: Chance): string {
  return [
    chance(6) === 0 ? ` id="${word(chance)}"` : '',
    chance(5) === 0 ? ` class="${word(chance)} ${word(chance)}"` : '',
    chance(4) === 0 ? ` data-background-color="${BACKGROUNDS[chance(BACKGROUNDS.length)]}"` : '',
    chance(6) === 0 ? ` data-state="${word(chance)}"` : '',
  ].join('');
}

function slide(chance: Chance): string {
  const heading = chance(3) === 0 ? '' : `<h2>${word(chance)} ${word(chance)}</h2>\n`;
  const parts = times(chance(4), () => PARTS[chance(PARTS.length)]?.(chance));
  return `<section${attributes(chance)}>\n${heading}${parts.join('\n')}\n</section>`;
}

function section(chance: Chance): string {
  if (chance(5) > 0) return slide(chance);
  const slides = times(1 + chance(3), () => slide(chance));
  return `<section${attributes(chance)}>\n${slides.map((child) => `${child}\n`).join('')}</section>`;
}

/** The sections of a deck. */
export function randomDeck(chance: Chance): string[] {
  return times(1 + chance(7), () => section(chance));
}

/** The same deck after its author has worked on it. */
export function randomEdit(deck: readonly string[], chance: Chance): string[] {
  const edited = [...deck];
  for (let left = 1 + chance(4); left > 0; left--) {
    const index = chance(edited.length + 1);
    const [what, there] = [chance(6), edited[index]];
    if (what === 0 || there === undefined) edited.splice(index, 0, section(chance));
    else if (what === 1 && edited.length > 1) edited.splice(index, 1);
    else if (what === 2) edited.splice(chance(edited.length), 0, ...edited.splice(index, 1));
    else if (what === 3) edited[index] = there.replace(word(chance), word(chance));
    else if (what === 4)
      edited[index] = there.replace('\n</section>', `\n${PARTS[chance(PARTS.length)]?.(chance)}\n</section>`);
    else edited[index] = there.replace(/<section[^>]*>/, () => `<section${attributes(chance)}>`);
  }
  return edited;
}
