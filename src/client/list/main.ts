/** The list of decks: shows the search field, and loads the search on first use. */
import type { SearchResult, Search } from './search.ts';
import { showResults } from './results.ts';

/** Pause in typing before a search runs, in milliseconds. */
const DEBOUNCE = 80;

interface SearchElements {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  /** Visible while there is no search. */
  readonly list: HTMLElement;
  readonly results: HTMLElement;
  readonly status: HTMLElement;
}

const searchElements = findElements();
if (searchElements) enableSearch(searchElements);

/** Finds the elements of the search; `undefined` if the layout lacks one of them. */
function findElements(): SearchElements | undefined {
  const find = (name: string): HTMLElement | null =>
    document.querySelector<HTMLElement>(`[data-deck-${name}]`);
  const form = document.querySelector<HTMLFormElement>('form[data-deck-search]');
  const [list, results, status] = [find('list'), find('results'), find('status')];
  const field = form?.querySelector('input');
  return form && field && list && results && status ? { form, field, list, results, status } : undefined;
}

function enableSearch(parts: SearchElements): void {
  const { form, field } = parts;
  let loading: Promise<Search> | undefined;
  let timer: number | undefined;
  let latest: readonly SearchResult[] = [];
  const load = (): Promise<Search> => (loading ??= loadSearch(form.dataset['index'] ?? ''));
  const runSearch = async (): Promise<void> => {
    const words = field.value.trim();
    latest = [];
    history.replaceState({ ...(history.state as object), searched: words }, '');
    if (words === '') {
      show(parts, undefined);
      return;
    }
    try {
      const search = await load();
      // The field may have changed while the search was loading.
      if (field.value.trim() !== words) return;
      latest = search(words);
      show(parts, latest);
    } catch (error) {
      loading = undefined;
      parts.status.textContent = 'The search could not be loaded.';
      console.warn(`The search could not be loaded: ${String(error)}`);
    }
  };
  form.hidden = false;
  field.addEventListener('focus', () => void load().catch(() => (loading = undefined)), { once: true });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void runSearch(), DEBOUNCE);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || field.value === '') return;
    event.preventDefault();
    field.value = '';
    void runSearch();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void runSearch().then(() => latest[0] && location.assign(latest[0].address));
  });
  // Restores the search when the reader returns from a slide.
  window.addEventListener('pageshow', () => {
    field.value ||= wordsBefore();
    if (field.value !== '') void runSearch();
  });
}

/** Reads the search that was in the field when the reader left the page. */
function wordsBefore(): string {
  const { searched } = (history.state ?? {}) as { readonly searched?: unknown };
  return typeof searched === 'string' ? searched : '';
}

/** Shows results, or with `undefined` the list of decks. */
function show({ list, results, status }: SearchElements, found: readonly SearchResult[] | undefined): void {
  list.hidden = found !== undefined;
  results.hidden = found === undefined;
  showResults(results, status, found ?? []);
  if (!found) status.textContent = '';
}

async function loadSearch(index: string): Promise<Search> {
  const { loadData, createSearch } = await import('./search.ts');
  return createSearch(await loadData(new URL(index, document.baseURI).href));
}
