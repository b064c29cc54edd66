/** The parts of the client that a deck asks for: loaded when it starts, and set up one after the other. */
import type { RevealApi, RevealPlugin } from 'reveal.js';
import { whenPaged } from './print.ts';

/** One part of the client. */
export interface FeatureModule {
  /** Set up once for a deck, when it is ready. */
  setup(deck: RevealApi): void | Promise<void>;
  /** What changes the height of slides, done before the print view measures them. */
  prepare?(): Promise<void>;
}

/** The features that the bundle has, by name. */
export type FeatureLoaders = Readonly<Record<string, () => Promise<FeatureModule>>>;

/** Loads the features that a page names. */
export async function loadFeatures(
  names: readonly string[],
  loaders: FeatureLoaders,
): Promise<readonly FeatureModule[]> {
  const wanted = names.map((name) => loaders[name]).filter((load) => load !== undefined);
  return Promise.all(wanted.map((load) => load()));
}

/** Gives features their turn before the slides of the print view are measured. */
export async function prepareFeatures(features: readonly FeatureModule[]): Promise<void> {
  for (const feature of features) await feature.prepare?.();
}

/** Sets features up. From then on every key does what it should. */
export async function setUpFeatures(deck: RevealApi, features: readonly FeatureModule[]): Promise<void> {
  for (const feature of features) await feature.setup(deck);
  await whenPaged(deck);
  // For whatever drives a deck from outside, to print or to test it.
  document.documentElement.dataset['deck'] = 'ready';
}

/** A plugin that holds a place in reveal.js's list until its feature is there. */
export interface StandIn extends RevealPlugin {
  readonly isStandIn: true;
}

/**
 * Puts a plugin of reveal.js's own in, where no script of the author has brought one of that name.
 * @returns whether it was put in
 */
export function addPlugin(deck: RevealApi, plugin: RevealPlugin): boolean {
  const known = deck.getPlugin(plugin.id);
  if (!known) {
    deck.registerPlugin(plugin);
    return true;
  }
  if (!('isStandIn' in known)) return false;
  // Scripts may hold the stand-in already, so it becomes the plugin.
  void Object.assign(known, plugin).init?.(deck);
  return true;
}
