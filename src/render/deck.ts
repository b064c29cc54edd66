/** What follows from the text and the parameters of a deck. */
import type { DeckParams, Feature, Slots } from '../types.ts';

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

const SCRIPT_RE =
  /<script\b(?![^>]*\btype\s*=\s*["']?(?:application\/(?:ld\+)?json|importmap|speculationrules))/i;

/** Whether there are scripts of the author around the slides. */
export function hasScripts(slots: Slots): boolean {
  return Object.values(slots).some((html: string) => SCRIPT_RE.test(html));
}
