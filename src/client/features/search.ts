/** Search in the deck with Ctrl+Shift+F, loaded on first use. */
import type { RevealApi } from 'reveal.js';
import { addPlugin } from '../features.ts';
import type { SearchBox } from '../search-box.ts';

/** The methods of the plugin, which scripts of authors may call. */
const CALLS = ['open', 'close', 'toggle'] as const;

export function setup(deck: RevealApi): void {
  let loading: Promise<SearchBox> | undefined;
  const load = async (): Promise<SearchBox> => {
    const { createSearchBox } = await import('../search-box.ts');
    return createSearchBox(deck);
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
