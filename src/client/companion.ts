/** Runs after the classic script: follows the dev server, and sets up the features of the deck. */
import type { RevealApi } from 'reveal.js';
import { type FeatureLoaders, loadFeatures, prepareFeatures, setUpFeatures } from './features.ts';
import { listenForChanges } from './live/listen.ts';
import { PREPARED_EVENT } from './protocol.ts';
import { isPrintView } from './print.ts';
import { readSettings } from './settings.ts';

/** Sets up the deck that the classic script has started. */
export async function joinDeck(loaders: FeatureLoaders): Promise<void> {
  const { features: names, live } = readSettings();
  const deck = window.Reveal;
  if (live) listenForChanges(deck, live, loaders);
  const features = await loadFeatures(names, loaders);
  if (isPrintView()) await prepareFeatures(features);
  document.dispatchEvent(new Event(PREPARED_EVENT));
  await whenReady(deck);
  await setUpFeatures(deck, features);
}

function whenReady(deck: RevealApi): Promise<unknown> {
  return deck.isReady() ? Promise.resolve() : new Promise((resolve) => deck.on('ready', resolve));
}
