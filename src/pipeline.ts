/**
 * The story: an author's folder becomes decks, a deck becomes slides, slides become a page. This is the only place
 * where the stages meet; `pipeline/` holds its chapters. Build renders every deck, the dev server the one that is
 * asked for; both call the same functions. Caches live here, in the instance, and nowhere else.
 */
import { type Archetypes, createArchetypes } from './pipeline/templates/archetypes.ts';
import { changeBetween } from './pipeline/memory/change.ts';
import { countSlides, type SlideCounts } from './pipeline/count-slides.ts';
import { deckOutputs } from './pipeline/deck-outputs.ts';
import { findSite, type Site } from './pipeline/find-site.ts';
import { Memory } from './pipeline/memory/memory.ts';
import type { PageTemplates } from './pipeline/templates/page-templates.ts';
import { type PublishedPages, publishPages } from './pipeline/publish-pages.ts';
import { type DryRun, dryRun } from './pipeline/dry-run.ts';
import { renderOneDeck } from './pipeline/render-deck.ts';
import { Renderer } from './pipeline/renderer.ts';
import { createStages, type PipelineOptions, updateStages } from './pipeline/stages.ts';
import { type SiteSurvey, surveySite } from './pipeline/survey/site.ts';
import { unusedTemplates } from './pipeline/templates/unused-templates.ts';
import { UseRecorder } from './pipeline/memory/uses.ts';
import type { Client, Deck, Output, Page, PublishedAsset, RenderedDeck } from './types.ts';

export { countSlides };
export type { PipelineOptions, PublishedPages, DryRun, Site, SiteSurvey, SlideCounts };

/** The way from a folder to pages. */
export interface Pipeline {
  /** Reads the configuration and the front matter of every page. */
  decks(): Site;
  /** Renders one deck. What is wrong in it is in its diagnostics; what is valid beside it is rendered. */
  render(deck: Deck): RenderedDeck;
  /**
   * Writes a rendered deck with the addresses of the client.
   * @throws {DeckError} when a layout fails
   */
  publish(rendered: RenderedDeck, client: Client): readonly Output[];
  /**
   * Writes what is no deck: pages for which the author has a layout, redirects, the list of the decks and what else a
   * site has once. `decks` are the rendered ones with their files; without them, they are rendered as far as they go.
   */
  publishPages(client: Client, decks?: readonly RenderedDeck[]): PublishedPages;
  /** Does all that publishing does, with addresses that lead nowhere: tells what would fail. */
  dryRun(decks: readonly RenderedDeck[]): DryRun;
  /** The files that templates have made or asked for while decks and pages were rendered. */
  assets(): readonly PublishedAsset[];
  /**
   * Runs a text of the author that is a template, such as SCSS with actions in it, on behalf of a deck.
   * @throws {DeckError} when it fails
   */
  runTemplate(deck: Deck, name: string, text: string): string;
  /** The archetypes of the site and of its themes. */
  archetypes(): Archetypes;
  /** Tells what some pages, the templates and the data of the site use, without rendering any of them. */
  survey(pages: readonly Page[]): SiteSurvey;
  /** The site's own templates that nothing has used, when all is written; paths below the site's root. */
  unusedTemplates(): readonly string[];
  /** Forgets what depends on these files, given as paths below the site's root. */
  update(changedFiles: readonly string[]): void;
}

/** Opens a site: reads its configuration, and all else when it is asked for. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const uses = new UseRecorder();
  const memory = new Memory(uses);
  let stages = createStages(options, uses);
  let site: Site | undefined;
  let renderer: Renderer | undefined;
  const find = (): Site => (site ??= findSite(stages, memory));
  const renderWith = (): Renderer => (renderer ??= new Renderer(stages, find(), memory));
  const templatesOf = (deck: Deck): PageTemplates => renderWith().templates(quietErrand(deck));
  const render = (deck: Deck): RenderedDeck => {
    const [tools, findImage] = [renderWith(), memory.images.finder(deck, { site: find(), stages })];
    return memory.decks.get(deck, () =>
      renderOneDeck(deck, tools, stages, memory.sections.of(deck, findImage)),
    );
  };
  const publish: Pipeline['publish'] = (deck, client) =>
    deckOutputs(deck, client, { stages, renderer: renderWith(), site: find() });
  const publishOthers: Pipeline['publishPages'] = (client, decks) =>
    publishPages({ site: find(), stages, renderer: renderWith(), client, decks: () => decks ?? renderAll() });
  const renderAll = (): RenderedDeck[] => find().decks.map(render);
  return {
    decks: find,
    render,
    publish,
    publishPages: publishOthers,
    dryRun: (decks) => dryRun(find(), decks, { publish, publishPages: publishOthers }),
    assets: () => stages.assets.published(),
    runTemplate: (deck, path, text) => templatesOf(deck).runText({ path, text }),
    archetypes: () => createArchetypes(stages, templatesOf),
    unusedTemplates: () => unusedTemplates(stages),
    survey: (surveyed) => surveySite(find(), stages, surveyed),
    update(changedFiles) {
      const before = { stages, site: find() };
      memory.forgetFiles(changedFiles);
      stages = updateStages(stages, changedFiles, { options, uses });
      if (stages.config !== before.stages.config) memory.readPages.clear();
      renderer = undefined;
      site = undefined;
      const change = changeBetween(before, { stages, site: find() }, changedFiles);
      memory.forget(change, find());
    },
  };
}

/** What runs outside of a page has no place to report at but its own. */
const quietErrand = ({ head }: Deck): Parameters<Renderer['templates']>[0] => ({
  page: head,
  report: () => undefined,
  used: () => undefined,
});
