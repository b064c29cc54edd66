/** The files of a deck: its page, in the author's frame where there is one, and the pages that lead to it. */
import { findIcon } from '../render/icon.ts';
import { loadWhenNeeded } from '../render/images.ts';
import { rewriteAddresses } from '../render/rewrite-addresses.ts';
import { renderOutputs } from '../render/targets.ts';
import { isListed } from '../site/publishing.ts';
import type { Client, Output, RenderedDeck, SiteConfig } from '../types.ts';
import { deckAddresses } from './deck-addresses.ts';
import type { Site } from './find-site.ts';
import { SECTIONS_PART } from './templates/page-templates.ts';
import type { Renderer } from './renderer.ts';
import type { Stages } from './stages.ts';

/** What decks are written with. */
export interface OutputTools {
  readonly stages: Stages;
  readonly renderer: Renderer;
  readonly site: Site;
}

/** Writes a rendered deck.
 * @throws {DeckError} when a layout fails
 */
export function deckOutputs(rendered: RenderedDeck, client: Client, tools: OutputTools): readonly Output[] {
  const { stages, renderer, site } = tools;
  const config = renderer.config(rendered.deck.language);
  const parts: Record<string, string> = {};
  // Here and not in the sections themselves, which stay the same for an open page when the first slide is another.
  const sections = loadWhenNeeded(rendered.sections);
  const frame = { config, icon: findIcon(site.staticFiles) };
  const outputs = renderOutputs(
    { ...rendered, sections },
    clientFor(rendered, client),
    frame,
    (path, data) => {
      // The author's frame has our head and scripts under the names that the theme gives its own.
      for (const [name, layout] of Object.entries(PARTS)) parts[name] = stages.renderLayout(layout, data);
      return stages.renderLayout(path, data);
    },
  );
  parts[SECTIONS_PART] = sections.join('\n');
  const framed = inFrame(rendered, parts, tools);
  return [
    ...outputs.map((output) => finish(framed === undefined ? output : { ...output, text: framed }, config)),
    ...aliases(rendered, tools, config),
  ];
}

/** The worker is one for the whole site, and names what it keeps: a deck that is in no list is not in that one. */
function clientFor({ deck }: RenderedDeck, client: Client): Client {
  const { offlineWorker: _, ...others } = client;
  return isListed(deck.head, 'site') ? client : others;
}

/** Our partials, by the names of the theme's that they stand for. */
const PARTS: Readonly<Record<string, string>> = {
  'layout/head': 'partials/head',
  'layout/javascript': 'partials/end',
};

function inFrame(
  { deck }: RenderedDeck,
  parts: Readonly<Record<string, string>>,
  { stages, renderer }: OutputTools,
): string | undefined {
  if (stages.templateFiles.names.length === 0) return undefined;
  const nothing = (): undefined => undefined;
  return renderer
    .templates({ page: deck.head, report: nothing, used: nothing, parts: { 'layout/theme': '', ...parts } })
    .document();
}

function finish({ path, text }: Output, config: SiteConfig): Output {
  return { path, text: rewriteAddresses(text, path, config) };
}

function aliases(
  { deck }: RenderedDeck,
  { stages, site }: OutputTools,
  config: SiteConfig,
): readonly Output[] {
  const { head } = deck;
  const data = { target: config.baseURL + head.address, site: { languageCode: config.languageCode } };
  const addresses = deckAddresses(site.decks);
  const free = head.aliases.filter((path) => !addresses.has(path));
  return free.map((path) => ({ path, text: stages.renderLayout('alias', data) }));
}
