/** Renders search results. */
import { searchTerm } from '../protocol.ts';
import type { SearchResult } from './search.ts';

/** Maximum number of results shown. */
const MAX_RESULTS = 40;

/** Length of the excerpt of a slide, in characters: before the first match, and in total. */
const CONTEXT_BEFORE = 50;
const MAX_EXCERPT = 180;

/** Shows results in their element, and their number in the status line, which screen readers announce. */
export function showResults(results: HTMLElement, status: HTMLElement, found: readonly SearchResult[]): void {
  const shown = found.slice(0, MAX_RESULTS);
  results.replaceChildren(...shown.map(createResult));
  const slides = `${found.length} slide${found.length === 1 ? '' : 's'}`;
  status.textContent =
    found.length > MAX_RESULTS
      ? `${slides}, showing the best ${MAX_RESULTS}:`
      : found.length === 0
        ? 'No results.'
        : `${slides}:`;
}

function createResult({ address, heading, deck, text, terms }: SearchResult): HTMLElement {
  const link = element('a', highlightTerms(heading, terms));
  link.href = address;
  const rows = [
    element('h2', [link]),
    element('p', highlightTerms(createExcerpt(text, terms), terms)),
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

function createExcerpt(text: string, terms: SearchResult['terms']): string {
  const word = [...text.matchAll(WORD_RE)].find(([one]) => terms.has(searchTerm(one)));
  const at = word && word.index > CONTEXT_BEFORE * 2 ? text.indexOf(' ', word.index - CONTEXT_BEFORE) + 1 : 0;
  const part = text.slice(at, at + MAX_EXCERPT);
  const end = at + MAX_EXCERPT < text.length ? part.slice(0, Math.max(part.lastIndexOf(' '), 1)) : part;
  return `${at > 0 ? '… ' : ''}${end}${end.length < part.length ? ' …' : ''}`;
}

/** Wraps the terms that were found in `<mark>`. */
function highlightTerms(text: string, terms: SearchResult['terms']): readonly (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD_RE)) {
    if (!terms.has(searchTerm(word))) continue;
    pieces.push(text.slice(end, index), element('mark', [word]));
    end = index + word.length;
  }
  return [...pieces, text.slice(end)];
}
