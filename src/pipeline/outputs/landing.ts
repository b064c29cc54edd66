/**
 * The page of a site with decks and none at its root: it lists them, shows the first slide of each, and is searched.
 * What it shows and what it is searched with is written only where its layout speaks of it.
 */
import { miniatureData, miniaturePath } from '../../render/miniature.ts';
import { rewriteAddresses } from '../../render/rewrite-addresses.ts';
import { readSlideTexts } from '../../render/slide-texts.ts';
import type { Output, ReadyDeck, RenderedDeck, SearchedDeck } from '../../types.ts';
import { deckAddress, LANDING_PATH, landingData } from './landing-data.ts';
import type { SiteErrand } from './site-errand.ts';

/** Writes it, with the miniatures of the decks and the index of their slides. */
export function writeLanding(errand: SiteErrand): readonly Output[] {
  const { environment, site, client, isTaken } = errand;
  const listed = new Set(site.listedDecks);
  if (isTaken(LANDING_PATH) || listed.size === 0) return [];
  if (client.hasOwnList && !hasOwnLanding(environment)) return [];
  const layout = environment.layouts.isAuthors('index') ? 'index' : 'landing';
  const speaksOf = (name: string): boolean =>
    client.list !== undefined && (environment.compile(layout)?.mentions(name) ?? false);
  const decks = errand.decks().filter(({ rendered }) => listed.has(rendered.deck));
  const index = speaksOf('search')
    ? client.list?.writeIndex(decks.map(({ rendered }) => searchedDeck(rendered, errand)))
    : undefined;
  const page = environment.renderLayout(
    layout,
    landingData(
      decks.map(({ rendered }) => rendered),
      index,
      errand,
    ),
  );
  return [
    { path: LANDING_PATH, text: rewriteAddresses(page, LANDING_PATH, site.config) },
    ...(index ? [index] : []),
    ...(speaksOf('miniature') ? decks.map((deck) => writeMiniature(deck, errand)) : []),
  ];
}

/** Whether a site has the list of its decks at its root, and neither a page nor a layout of its own for it. */
export function hasBuiltInList({ environment, site, isTaken }: Omit<SiteErrand, 'report'>): boolean {
  const isWanted = !site.config.disableKinds.includes('home') && site.listedDecks.length > 0;
  return isWanted && !hasOwnLanding(environment) && !isTaken(LANDING_PATH);
}

/** Whether the page is the author's own, in Handlebars. */
export function hasOwnLanding({ layouts }: SiteErrand['environment']): boolean {
  return ['index', 'landing'].some((name) => layouts.isAuthors(name));
}

function writeMiniature(ready: ReadyDeck, { environment, renderer, client }: SiteErrand): Output {
  const { deck } = ready.rendered;
  const path = miniaturePath(deck);
  const config = renderer.config(deck.language);
  const text = environment.renderLayout('miniature', miniatureData(ready, client, config));
  return { path, text: rewriteAddresses(text, path, config) };
}

function searchedDeck(rendered: RenderedDeck, { client, renderer }: SiteErrand): SearchedDeck {
  const { deck, title, params, sections } = rendered;
  // reveal.js can be told to count from 1.
  const first = params.options['hashOneBasedIndex'] === true ? 1 : 0;
  return {
    title: title || deck.outputPath,
    description: deck.head.description,
    address: deckAddress(deck, client, renderer.config(deck.language)),
    slides: readSlideTexts(sections).map(({ h, v, heading, text }) => ({
      place: v === 0 ? `#/${h + first}` : `#/${h + first}/${v + first}`,
      heading,
      text,
    })),
  };
}
