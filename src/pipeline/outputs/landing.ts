/**
 * Writes the list of decks, for a site without a page at its root: with the first slide of each deck and a search.
 * Miniatures and the search index are written only if the layout uses them.
 */
import { miniatureData, miniaturePath } from '../../render/miniature.ts';
import { rewriteAddresses } from '../../render/rewrite-addresses.ts';
import { readSlideTexts } from '../../render/slide-texts.ts';
import type { Output, ReadyDeck, RenderedDeck, SearchedDeck } from '../../types.ts';
import { deckAddress, LANDING_PATH, landingData } from './landing-data.ts';
import type { SiteOutputContext } from './output-contexts.ts';

/** Writes the list of decks, the miniatures and the search index. */
export function writeLanding(context: SiteOutputContext): readonly Output[] {
  const { environment, site, client, isTaken } = context;
  const listed = new Set(site.listedDecks);
  if (isTaken(LANDING_PATH) || listed.size === 0) return [];
  if (client.hasOwnList && !hasCustomLanding(environment)) return [];
  const layout = environment.layouts.isFromAuthor('index') ? 'index' : 'landing';
  const mentions = (name: string): boolean =>
    client.list !== undefined && (environment.compile(layout)?.mentions(name) ?? false);
  const decks = context.decks().filter(({ rendered }) => listed.has(rendered.deck));
  const index = mentions('search')
    ? client.list?.writeIndex(decks.map(({ rendered }) => searchableDeck(rendered, context)))
    : undefined;
  const page = environment.renderLayout(
    layout,
    landingData(
      decks.map(({ rendered }) => rendered),
      index,
      context,
    ),
  );
  return [
    { path: LANDING_PATH, text: rewriteAddresses(page, LANDING_PATH, site.config) },
    ...(index ? [index] : []),
    ...(mentions('miniature') ? decks.map((deck) => writeMiniature(deck, context)) : []),
  ];
}

/** Whether a site gets the built-in list of decks at its root: it has neither a page nor a layout of its own there. */
export function hasBuiltInList({ environment, site, isTaken }: Omit<SiteOutputContext, 'report'>): boolean {
  const isWanted = !site.config.disableKinds.includes('home') && site.listedDecks.length > 0;
  return isWanted && !hasCustomLanding(environment) && !isTaken(LANDING_PATH);
}

/** Whether the author has a layout in Handlebars for the list. */
export function hasCustomLanding({ layouts }: SiteOutputContext['environment']): boolean {
  return ['index', 'landing'].some((name) => layouts.isFromAuthor(name));
}

function writeMiniature(
  ready: ReadyDeck,
  { environment, renderer, client }: SiteOutputContext,
): Output & { readonly name: string } {
  const { deck } = ready.rendered;
  const path = miniaturePath(deck);
  const config = renderer.config(deck.language);
  const text = environment.renderLayout('miniature', miniatureData(ready, client, config));
  const name = `the miniature of ${deck.head.source.path}`;
  return { path, text: rewriteAddresses(text, path, config), name };
}

function searchableDeck(rendered: RenderedDeck, { client, renderer }: SiteOutputContext): SearchedDeck {
  const { deck, title, params, sections } = rendered;
  // The option hashOneBasedIndex of reveal.js makes slides count from 1.
  const first = params.options['hashOneBasedIndex'] === true ? 1 : 0;
  return {
    title: title || deck.outputPath,
    description: deck.head.description,
    address: deckAddress(deck, client, renderer.config(deck.language)),
    slides: readSlideTexts(sections).map(({ h, v, heading, text }) => ({
      hash: v === 0 ? `#/${h + first}` : `#/${h + first}/${v + first}`,
      heading,
      text,
    })),
  };
}
