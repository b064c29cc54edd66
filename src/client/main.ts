/** Starts the deck of a page: reveal.js first, then the features of this deck, one after the other. */
import Reveal, { type RevealApi } from 'reveal.js';
import { type FeatureLoaders, loadFeatures, prepareFeatures, setUpFeatures } from './features.ts';
import { listenForChanges } from './live/listen.ts';
import { readSettings } from './settings.ts';
import { takeOverInitialize } from './start.ts';

declare global {
  interface Window {
    /** Authors' scripts use this global, as with reveal.js by hand. */
    Reveal: RevealApi;
  }
}

/** Starts the deck and the features listed in its settings. */
export function startDeck(loaders: FeatureLoaders): void {
  const { options, features, live } = readSettings();
  const start = takeOverInitialize(Reveal);
  window.Reveal = Reveal;
  if (live) listenForChanges(Reveal, live, loaders);
  const loading = loadFeatures(features, loaders);
  const prepare = async (): Promise<void> => prepareFeatures(await loading);
  void start({ options: { ...options }, plugins: [], prepare }).then(async () =>
    setUpFeatures(Reveal, await loading),
  );
}
