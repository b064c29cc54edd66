/** Optional features of the client: loaded when the deck starts, and set up one after the other. */
import type { RevealApi, RevealPlugin } from 'reveal.js';
import { untilPaged } from './print.ts';

/** A module in `features/`. */
export interface FeatureModule {
  /** Called once per deck, when it is ready. */
  setup(deck: RevealApi): void | Promise<void>;
  /** Called before the print view measures the slides, for changes of their height. */
  prepare?(): Promise<void>;
}

/** The features in the bundle, by name. */
export type FeatureLoaders = Readonly<Record<string, () => Promise<FeatureModule>>>;

/** Loads the features that a page names. */
export async function loadFeatures(
  names: readonly string[],
  loaders: FeatureLoaders,
): Promise<readonly FeatureModule[]> {
  const wanted = names.map((name) => loaders[name]).filter((load) => load !== undefined);
  return Promise.all(wanted.map((load) => load()));
}

/** Prepares features before the slides of the print view are measured. */
export async function prepareFeatures(features: readonly FeatureModule[]): Promise<void> {
  for (const feature of features) await feature.prepare?.();
}

/** Sets up features, and signals when the deck is ready. */
export async function setUpFeatures(deck: RevealApi, features: readonly FeatureModule[]): Promise<void> {
  for (const feature of features) await feature.setup(deck);
  await untilPaged(deck);
  const { dataset } = document.documentElement;
  // The dev server sets up features that an edit has added.
  if (dataset['deck']) return;
  dataset['deck'] = 'started';
  const { signalReady } = await import('./parts/ready.ts');
  await signalReady(deck);
}

/** A placeholder in reveal.js's list of plugins until the feature is loaded. */
export interface PlaceholderPlugin extends RevealPlugin {
  readonly isPlaceholder: true;
}

/**
 * Registers one of reveal.js's own plugins, unless a script of the author has registered one with the same id.
 * @returns whether the plugin was registered
 */
export function addPlugin(deck: RevealApi, plugin: RevealPlugin): boolean {
  const known = deck.getPlugin(plugin.id);
  if (!known) {
    deck.registerPlugin(plugin);
    return true;
  }
  if (!('isPlaceholder' in known)) return false;
  // Scripts may already hold the placeholder, so it becomes the plugin.
  void Object.assign(known, plugin).init?.(deck);
  return true;
}
