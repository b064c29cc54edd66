/** reveal.js's speaker view, opened with `S` and loaded on first use. */
import type { RevealApi } from 'reveal.js';
import { addPlugin } from '../features.ts';
import { followReceivers, isReceiver, updateSpeaker } from '../speaker-windows.ts';

const KEY_S = 83;

export function setup(deck: RevealApi): void {
  // The two decks inside the speaker view need no speaker view of their own.
  if (isReceiver()) return updateSpeaker(deck);
  let loading: Promise<{ open(): void }> | undefined;
  const load = async (): Promise<{ open(): void }> => {
    const [{ default: createNotes }, { followSpeaker }] = await Promise.all([
      import('reveal.js/plugin/notes'),
      import('../parts/scrolled-speaker.ts'),
    ]);
    const notes = createNotes();
    await notes.init?.(deck);
    followSpeaker(deck);
    return notes;
  };
  const once = (): Promise<{ open(): void }> => (loading ??= load());
  const open = (): void => void once().then((notes) => notes.open());
  const plugin = { id: 'notes', open };
  if (!addPlugin(deck, plugin)) return;
  deck.addKeyBinding({ keyCode: KEY_S, key: 'S', description: 'Speaker notes view' }, open);
  // An open speaker view sends a heartbeat every second, so that it finds the deck again after a reload.
  window.addEventListener('message', ({ data }) => {
    if (typeof data === 'string' && data.includes('"reveal-notes"') && data.includes('"heartbeat"'))
      void once();
  });
  followReceivers(deck);
  if (/[?&]notes/i.test(window.location.search)) void once();
}
