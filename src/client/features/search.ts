/** Ctrl, Shift and F search the deck: reveal.js's own, loaded when it is first asked for. */
import type { RevealApi, RevealPlugin } from 'reveal.js';
import { addPlugin } from '../features.ts';

/** What authors' scripts call, too. */
const CALLS = ['open', 'close', 'toggle'] as const;

type Search = RevealPlugin & Readonly<Record<(typeof CALLS)[number], () => void>>;

export function setup(deck: RevealApi): void {
  let loading: Promise<Search> | undefined;
  const load = async (): Promise<Search> => {
    document.removeEventListener('keydown', listen);
    const { default: createSearch } = await import('reveal.js/plugin/search');
    const search = createSearch() as unknown as Search;
    await search.init?.(deck);
    return search;
  };
  const call = (name: (typeof CALLS)[number]) => (): void =>
    void (loading ??= load()).then((search) => search[name]());
  const listen = (event: KeyboardEvent): void => {
    if (event.key !== 'F' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    call('toggle')();
  };
  const plugin = { id: 'search', ...Object.fromEntries(CALLS.map((name) => [name, call(name)])) };
  if (!addPlugin(deck, plugin)) return;
  deck.registerKeyboardShortcut('CTRL + Shift + F', 'Search');
  document.addEventListener('keydown', listen);
}
