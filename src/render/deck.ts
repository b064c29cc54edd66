/** A deck with its slides: what the layout and the bundle need to know of it. */
import type {
  Deck,
  DeckFiles,
  DeckParams,
  Feature,
  RenderedDeck,
  SiteConfig,
  Slide,
  Slots,
} from '../types.ts';
import { renderSection } from './sections.ts';

/** What the stages before made of a deck. */
export interface DeckContent {
  readonly deck: Deck;
  readonly params: DeckParams;
  readonly slides: readonly Slide[];
  /** Features that its text asks for. */
  readonly features: readonly Feature[];
  /** HTML of the author around the slides; none by default. */
  readonly slots?: Slots;
}

/** The plugins that the reveal-hugo theme loads unless `load_default_plugins` is false. */
const DEFAULT_FEATURES: readonly Feature[] = ['search', 'speaker', 'zoom'];

const noSlots: Slots = { head: '', end: '', body: '' };

/** Before the bundle has looked for them. */
const noFiles: DeckFiles = { styles: [], pluginStyles: [], plugins: [], scripts: [], published: [] };

/** Renders a deck as far as it goes without the addresses of the client. */
export function renderDeck(
  content: DeckContent,
  config: SiteConfig,
): Omit<RenderedDeck, 'diagnostics' | 'usedFiles'> {
  const { deck, params, slides, features, slots = noSlots } = content;
  return {
    deck,
    params,
    slides,
    title: deck.head.title || config.title,
    sections: slides.map(renderSection),
    style: { theme: params.theme, highlightTheme: params.highlightTheme, math: features.includes('math') },
    features: featuresOf(features, params),
    slots,
    files: noFiles,
    // From a folder, browsers load no modules.
    scripts: config.relativeURLs || hasScripts(slots) ? 'classic' : 'module',
  };
}

function featuresOf(
  asked: readonly Feature[],
  { loadDefaultPlugins, offline }: DeckParams,
): readonly Feature[] {
  const plugins = loadDefaultPlugins ? DEFAULT_FEATURES : [];
  return [...new Set<Feature>([...asked, ...plugins, ...(offline ? (['offline'] as const) : [])])].sort();
}

const SCRIPT_RE =
  /<script\b(?![^>]*\btype\s*=\s*["']?(?:application\/(?:ld\+)?json|importmap|speculationrules))/i;

/** Whether scripts of the author stand around the slides. */
function hasScripts(slots: Slots): boolean {
  return Object.values(slots).some((html: string) => SCRIPT_RE.test(html));
}
