/** A deck with its slides: what the layout and the bundle need to know of it. */
import type { Deck, DeckParams, Feature, RenderedDeck, SiteConfig, Slide } from '../types.ts';
import { renderSection } from './sections.ts';

/** What the stages before made of a deck. */
export interface DeckContent {
  readonly deck: Deck;
  readonly params: DeckParams;
  readonly slides: readonly Slide[];
  /** Features that its text asks for. */
  readonly features: readonly Feature[];
}

/** The plugins that the reveal-hugo theme loads unless `load_default_plugins` is false. */
const DEFAULT_FEATURES: readonly Feature[] = ['search', 'speaker', 'zoom'];

/** Renders a deck as far as it goes without the addresses of the client. */
export function renderDeck(
  content: DeckContent,
  config: SiteConfig,
): Omit<RenderedDeck, 'diagnostics' | 'usedFiles'> {
  const { deck, params, slides, features } = content;
  return {
    deck,
    params,
    slides,
    title: deck.head.title || config.title,
    sections: slides.map(renderSection),
    style: {
      theme: params.customTheme === undefined ? params.theme : undefined,
      highlightTheme: params.highlightTheme,
    },
    features: [...new Set([...features, ...(params.loadDefaultPlugins ? DEFAULT_FEATURES : [])])].sort(),
  };
}
