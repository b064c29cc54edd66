/** Starts the deck of a page: reveal.js first, then the parts that this deck needs, one after the other is ready. */
import Reveal, { type RevealApi } from 'reveal.js';
import { listenForChanges } from './live.ts';
import { centerPages, whenMeasurable } from './print.ts';
import { type DeckSettings, SETTINGS_ID } from './protocol.ts';

declare global {
  interface Window {
    /** Authors' scripts find the deck here, as they do with reveal.js by hand. */
    Reveal: RevealApi;
  }
}

/** One part of the client, set up once for a deck. */
export type FeatureSetup = (deck: RevealApi) => void | Promise<void>;

/** The features that the bundle has, by name. */
export type FeatureLoaders = Readonly<Record<string, () => Promise<{ readonly setup: FeatureSetup }>>>;

/** Starts the deck and the features that its settings ask for. */
export function startDeck(loaders: FeatureLoaders): void {
  const settings = readSettings();
  window.Reveal = Reveal;
  if (settings.live) listenForChanges(Reveal, settings.live);
  void initialize(settings, loaders);
}

async function initialize({ options, features }: DeckSettings, loaders: FeatureLoaders): Promise<void> {
  await whenMeasurable();
  Reveal.on('pdf-ready', () => centerPages(Reveal));
  await Reveal.initialize({ ...options });
  // This role switches the reading mode of screen readers off; reveal.js works without it (its issue 3772).
  document.querySelector('.reveal')?.removeAttribute('role');
  await setUpFeatures(features, loaders);
}

async function setUpFeatures(names: readonly string[], loaders: FeatureLoaders): Promise<void> {
  const wanted = names.map((name) => loaders[name]).filter((load) => load !== undefined);
  const modules = await Promise.all(wanted.map((load) => load()));
  for (const { setup } of modules) await setup(Reveal);
  // For whatever drives a deck from outside, to print or to test it: from now on every key does what it should.
  document.documentElement.dataset['deck'] = 'ready';
}

function readSettings(): DeckSettings {
  const text = document.getElementById(SETTINGS_ID)?.textContent;
  return text ? (JSON.parse(text) as DeckSettings) : { options: {}, features: [] };
}
