/** What follows from the text and the parameters of a deck. */
import type { DeckParams, Feature, HtmlFacts } from '../types.ts';

/** The plugins that the reveal-hugo theme loads unless `load_default_plugins` is false. */
const DEFAULT_FEATURES: readonly Feature[] = ['search', 'speaker', 'zoom'];

/** The parts of the client that a deck needs, in a fixed order; `asked` are those that its text asks for. */
export function deckFeatures(
  asked: readonly Feature[],
  { loadDefaultPlugins, offline }: DeckParams,
): readonly Feature[] {
  const plugins = loadDefaultPlugins ? DEFAULT_FEATURES : [];
  return [...new Set<Feature>([...asked, ...plugins, ...(offline ? (['offline'] as const) : [])])].sort();
}

/** Data for programs, which no browser runs. */
const DATA_RE = /^(?:application\/(?:ld\+)?json|importmap|speculationrules)/i;

/** Whether there are scripts of the author around the slides. */
export function hasScripts({ scripts }: HtmlFacts): boolean {
  return scripts.some(({ attributes }) => !DATA_RE.test(attributes['type'] ?? ''));
}
