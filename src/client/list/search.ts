/** Full-text search in all slides of a site. */
import MiniSearch from 'minisearch';
import { SEARCH_FIELDS, SEARCH_GLOBAL, type SearchData, searchTerm } from '../protocol.ts';

/** A slide that matches a search. */
export interface SearchResult {
  readonly address: string;
  readonly heading: string;
  readonly deck: string;
  readonly text: string;
  /** The indexed terms that match, normalized by `searchTerm`. */
  readonly terms: ReadonlySet<string>;
}

/** Finds slides, best matches first. */
export type Search = (words: string) => readonly SearchResult[];

/** Loads the search data: JSON, or a script if the page was opened from disk. */
export async function loadData(address: string): Promise<SearchData> {
  if (!address.endsWith('.js')) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return (await response.json()) as SearchData;
  }
  const script = document.createElement('script');
  script.src = address;
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error(address)));
    document.head.append(script);
  });
  return Reflect.get(window, SEARCH_GLOBAL) as SearchData;
}

/** Tolerates typos in words of more than four letters. */
const fuzzy = (term: string): number | false => (term.length > 4 ? 0.2 : false);

/** Creates the search from its data. */
export function createSearch({ decks, slides, index }: SearchData): Search {
  const search = MiniSearch.loadJS<{ id: number }>(index as Parameters<typeof MiniSearch.loadJS>[0], {
    fields: [...SEARCH_FIELDS],
    processTerm: searchTerm,
    searchOptions: { prefix: true, fuzzy, combineWith: 'AND', boost: { heading: 3, deck: 2 } },
  });
  return (words) =>
    search.search(words).flatMap(({ id, terms }) => {
      const [deck = 0, hash = '', heading = '', text = ''] = slides[id as number] ?? [];
      const [title = '', address = ''] = decks[deck] ?? [];
      return {
        address: address + hash,
        heading: heading || title,
        deck: title,
        text,
        terms: new Set(terms),
      };
    });
}
