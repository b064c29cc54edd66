/** Writes the files of a deck: its page, in the author's base template if there is one, and its redirects. */
import { publishSections } from '../../render/first-slide.ts';
import { rewriteAddresses } from '../../render/rewrite-addresses.ts';
import { type DeckContent, pageData } from '../../render/page-data.ts';
import { isListed } from '../../site/pages/publishing.ts';
import type { Client, Deck, Output, ReadyDeck, Table } from '../../types.ts';
import { SECTIONS_PARTIAL } from '../templates/page-templates.ts';
import type { Renderer } from '../renderer.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import type { OutputContext } from './output-contexts.ts';

/**
 * Writes the page and the redirects of a deck.
 * @throws {DeckError} when a layout fails
 */
export function renderDeckOutputs(ready: ReadyDeck, context: OutputContext): readonly Output[] {
  const { deck, title, sections } = ready.rendered;
  const text = deckPage(ready, { title, sections }, context);
  return [{ path: deck.outputPath, text }, ...renderAliases(deck, context)];
}

/**
 * Writes the page of a deck without its slides and title.
 * @throws {DeckError} when a layout fails
 */
export function deckShell(ready: ReadyDeck, context: OutputContext): string {
  return deckPage(ready, { title: '', sections: [] }, context);
}

function deckPage(ready: ReadyDeck, content: DeckContent, context: OutputContext): string {
  const { environment, renderer } = context;
  const { deck } = ready.rendered;
  const config = renderer.config(deck.language);
  const frame = { config, icon: renderer.icon };
  const data = pageData(ready, content, selectClient(deck, context.client), frame);
  const ownText =
    environment.templateFiles.names.length > 0
      ? inBaseTemplate(deck, { ...builtInParts(data, environment), ...sectionsPart(content) }, renderer)
      : undefined;
  const text = ownText ?? environment.renderLayout('deck', data);
  return rewriteAddresses(text, deck.outputPath, config);
}

/** Removes the offline worker for unlisted decks: its list of files is public, so it contains only listed decks. */
function selectClient(deck: Deck, client: Client): Client {
  const { offlineWorker: _, ...others } = client;
  return isListed(deck.head, 'site') ? client : others;
}

type Parts = Readonly<Record<string, string>>;

/** Our partials, by the names of the theme's partials that they replace. */
const THEME_PARTIALS: Parts = {
  'layout/head': 'partials/head',
  'layout/javascript': 'partials/end',
};

/** Renders our head and scripts for the author's base template, which calls them by the theme's names. */
const builtInParts = (data: Table, { renderLayout }: SiteEnvironment): Parts => ({
  'layout/theme': '',
  ...Object.fromEntries(
    Object.entries(THEME_PARTIALS).map(([name, layout]) => [name, renderLayout(layout, data)]),
  ),
});

const sectionsPart = ({ sections }: DeckContent): Parts => ({
  [SECTIONS_PARTIAL]: publishSections(sections, false).join('\n'),
});

/** Renders the page with the author's base template; `undefined` if there is none. */
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
  if (head.aliases.length === 0) return [];
  const config = renderer.config(language);
  const data = { target: config.baseURL + head.address, site: { languageCode: config.languageCode } };
  const taken = new Set(site.decks.map(({ outputPath }) => outputPath));
  const free = head.aliases.filter((path) => !taken.has(path));
  return free.map((path) => ({ path, text: environment.renderLayout('alias', data) }));
}
