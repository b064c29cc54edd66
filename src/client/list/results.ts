/** Renders search results. */
import { searchTerm } from '../protocol.ts';
import type { Found } from './search.ts';

/** Maximum number of results shown. */
const MOST = 40;

/** Length of the excerpt of a slide, in characters: before the first match, and in total. */
const BEFORE = 50;
const WHOLE = 180;

/** Shows results in their element, and their number in the status line, which screen readers announce. */
export function showFound(results: HTMLElement, status: HTMLElement, found: readonly Found[]): void {
  const shown = found.slice(0, MOST);
  results.replaceChildren(...shown.map(resultOf));
  const slides = `${found.length} slide${found.length === 1 ? '' : 's'}`;
  status.textContent =
    found.length > MOST
      ? `${slides}, showing the best ${MOST}:`
      : found.length === 0
        ? 'No results.'
        : `${slides}:`;
}

function resultOf({ address, heading, deck, text, terms }: Found): HTMLElement {
  const link = element('a', marked(heading, terms));
  link.href = address;
  const rows = [
    element('h2', [link]),
    element('p', marked(excerptOf(text, terms), terms)),
    element('p', [deck]),
  ];
  rows.at(-1)?.classList.add('facts');
  return element(
    'li',
    rows.filter(({ textContent }) => textContent !== ''),
  );
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  children: readonly (Node | string)[],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** Words as minisearch splits them. */
const WORD_RE = /[^\n\r\p{Z}\p{P}]+/gu;

function excerptOf(text: string, terms: Found['terms']): string {
  const word = [...text.matchAll(WORD_RE)].find(([one]) => terms.has(searchTerm(one)));
  const at = word && word.index > BEFORE * 2 ? text.indexOf(' ', word.index - BEFORE) + 1 : 0;
  const part = text.slice(at, at + WHOLE);
  const end = at + WHOLE < text.length ? part.slice(0, Math.max(part.lastIndexOf(' '), 1)) : part;
  return `${at > 0 ? '… ' : ''}${end}${end.length < part.length ? ' …' : ''}`;
}

/** Wraps the terms that were found in `<mark>`. */
function marked(text: string, terms: Found['terms']): readonly (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD_RE)) {
    if (!terms.has(searchTerm(word))) continue;
    pieces.push(text.slice(end, index), element('mark', [word]));
    end = index + word.length;
  }
  return [...pieces, text.slice(end)];
}
