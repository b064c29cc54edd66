/** Features and scripts that a deck needs. */
import type { DeckParams, Feature, HtmlFacts } from '../types.ts';

/** The plugins that the reveal-hugo theme loads unless `load_default_plugins` is false. */
const DEFAULT_FEATURES: readonly Feature[] = ['search', 'speaker', 'zoom'];

/** The optional parts of the client that a deck needs, in a fixed order; `asked` are those that its text needs. */
export function deckFeatures(
  asked: readonly Feature[],
  { loadDefaultPlugins, offline, download, footer, sectionProgress }: DeckParams,
): readonly Feature[] {
  const plugins = loadDefaultPlugins ? DEFAULT_FEATURES : [];
  const options: readonly Feature[] = [
    ...(offline ? (['offline'] as const) : []),
    ...(download ? (['download'] as const) : []),
    ...(footer === undefined ? [] : (['footer'] as const)),
    ...(sectionProgress === undefined ? [] : (['section-progress'] as const)),
  ];
  return [...new Set<Feature>([...asked, ...plugins, ...options])].sort();
}

/** Types of scripts that are data and never run. */
const DATA_RE = /^(?:application\/(?:ld\+)?json|importmap|speculationrules)/i;

/** Whether the author has scripts around the slides. */
export function hasScripts({ scripts }: HtmlFacts): boolean {
  return scripts.some(({ attributes }) => !DATA_RE.test(attributes['type'] ?? ''));
}
