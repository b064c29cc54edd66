/** Prepares decks for publishing without a look at the files of their authors, which a pipeline alone can't find. */
import { isBuiltInTheme, type ReadyDeck, type RenderedDeck, type SiteConfig } from '../types.ts';

/** A deck as `render` returns it, or with the files that its page names. */
export type PublishableDeck = RenderedDeck | ReadyDeck;

/** Returns a deck that is ready, or prepares a rendered one: in its theme by name, and without files of its author. */
export function toReadyDeck(deck: PublishableDeck, { relativeURLs }: SiteConfig): ReadyDeck {
  if ('rendered' in deck) return deck;
  const { params, features, hasScripts, usedFiles, diagnostics } = deck;
  const theme = isBuiltInTheme(params.theme) ? params.theme : 'custom';
  return {
    rendered: deck,
    features,
    style: { theme, highlightTheme: params.highlightTheme, math: features.includes('math') },
    files: { styles: [], pluginStyles: [], plugins: [], scripts: [], published: [] },
    scripts: relativeURLs || hasScripts ? 'classic' : 'module',
    usedFiles,
    diagnostics,
  };
}

/** Prepares decks when they are needed. */
export function toReadyDecks(
  decks: readonly PublishableDeck[] | (() => readonly PublishableDeck[]),
  config: SiteConfig,
): () => readonly ReadyDeck[] {
  return () => (typeof decks === 'function' ? decks() : decks).map((deck) => toReadyDeck(deck, config));
}
