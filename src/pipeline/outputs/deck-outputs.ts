/** The files of a deck: its page, in the author's base template where there is one, and the pages that lead to it. */
import { findIcon } from '../../render/icon.ts';
import { publishSections } from '../../render/first-slide.ts';
import { rewriteAddresses } from '../../render/rewrite-addresses.ts';
import { type PageContent, pageData } from '../../render/page-data.ts';
import { isListed } from '../../site/pages/publishing.ts';
import type { Client, Deck, Output, ReadyDeck, Table } from '../../types.ts';
import { deckAddresses } from '../deck-addresses.ts';
import type { Site } from '../find-site.ts';
import { SECTIONS_PARTIAL } from '../templates/page-templates.ts';
import type { Renderer } from '../renderer.ts';
import type { SiteEnvironment } from '../site-environment.ts';

/** What decks are written with. */
export interface OutputContext {
  readonly client: Client;
  readonly environment: SiteEnvironment;
  readonly renderer: Renderer;
  readonly site: Site;
}

/** Writes a deck.
 * @throws {DeckError} when a layout fails
 */
export function renderDeckOutputs(ready: ReadyDeck, context: OutputContext): readonly Output[] {
  const { deck, title, sections } = ready.rendered;
  const text = deckPage(ready, { title, sections }, context);
  return [{ path: deck.outputPath, text }, ...renderAliases(deck, context)];
}

/** What the page of a deck is without content: all that is around its slides.
 * @throws {DeckError} when a layout fails
 */
export function deckShell(ready: ReadyDeck, services: OutputContext): string {
  return deckPage(ready, { title: '', sections: [] }, services);
}

function deckPage(ready: ReadyDeck, content: PageContent, services: OutputContext): string {
  const { environment, renderer, site } = services;
  const { deck } = ready.rendered;
  const config = renderer.config(deck.language);
  const frame = { config, icon: findIcon(site.staticFiles) };
  const data = pageData(ready, content, selectClient(deck, services.client), frame);
  const text = environment.renderLayout('deck', data);
  const ownText =
    environment.templateFiles.names.length > 0
      ? inBaseTemplate(deck, { ...builtInParts(data, environment), ...sectionsPart(content) }, renderer)
      : undefined;
  return rewriteAddresses(ownText ?? text, deck.outputPath, config);
}

/** The worker is one for the whole site, and names what it keeps: a deck that is in no list is not in that one. */
function selectClient(deck: Deck, client: Client): Client {
  const { offlineWorker: _, ...others } = client;
  return isListed(deck.head, 'site') ? client : others;
}

type Parts = Readonly<Record<string, string>>;

/** Our partials, by the names of the theme's that they stand for. */
const THEME_PARTIALS: Parts = {
  'layout/head': 'partials/head',
  'layout/javascript': 'partials/end',
};

/** The author's base template has our head and scripts under the names that the theme gives its own. */
const builtInParts = (data: Table, { renderLayout }: SiteEnvironment): Parts => ({
  'layout/theme': '',
  ...Object.fromEntries(
    Object.entries(THEME_PARTIALS).map(([name, layout]) => [name, renderLayout(layout, data)]),
  ),
});

const sectionsPart = ({ sections }: PageContent): Parts => ({
  [SECTIONS_PARTIAL]: publishSections(sections, false).join('\n'),
});

/** The page by the base template of the author; `undefined` where there is none. */
function inBaseTemplate(deck: Deck, parts: Parts, renderer: Renderer): string | undefined {
  const nothing = (): undefined => undefined;
  return renderer
    .templates({ page: deck.head, report: nothing, onDependency: nothing, builtInPartials: parts })
    .document();
}

function renderAliases(
  { head, language }: Deck,
  { environment, site, renderer }: OutputContext,
): readonly Output[] {
  const config = renderer.config(language);
  const data = { target: config.baseURL + head.address, site: { languageCode: config.languageCode } };
  const addresses = deckAddresses(site.decks);
  const free = head.aliases.filter((path) => !addresses.has(path));
  return free.map((path) => ({ path, text: environment.renderLayout('alias', data) }));
}
