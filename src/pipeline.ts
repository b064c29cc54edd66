/**
 * The story: an author's folder becomes decks, a deck becomes slides, slides become a page. This is the only place
 * where the environment meet; `pipeline/` holds its chapters. Build renders every deck, the dev server the one that is
 * asked for; both call the same functions. Caches live here, in the instance, and nowhere else.
 */
import type { SourceFile } from './diagnostics.ts';
import { type Archetypes, createArchetypes } from './pipeline/archetypes.ts';
import { changeBetween } from './pipeline/site-change.ts';
import { countSlides, type SlideCounts } from './pipeline/count-slides.ts';
import { deckOutputs, deckShell, type OutputTools } from './pipeline/outputs/deck-outputs.ts';
import { findSite, type Site } from './pipeline/find-site.ts';
import { Memory } from './pipeline/memory.ts';
import type { PageTemplates } from './pipeline/templates/page-templates.ts';
import { type PublishedPages, publishPages } from './pipeline/outputs/publish-pages.ts';
import { type DryRun, dryRun } from './pipeline/outputs/dry-run.ts';
import { renderDeck } from './pipeline/render-deck.ts';
import { Renderer } from './pipeline/renderer.ts';
import { createEnvironment, type PipelineOptions, updateEnvironment } from './pipeline/site-environment.ts';
import { type SiteSurvey, surveySite } from './pipeline/survey/site.ts';
import { unusedTemplates } from './pipeline/unused-templates.ts';
import { UseRecorder } from './pipeline/memory/uses.ts';
import type { Client, Deck, Output, Page, PublishedAsset, ReadyDeck, RenderedDeck, Report } from './types.ts';

export { countSlides };
export type { PipelineOptions, PublishedPages, DryRun, Site, SiteSurvey, SlideCounts };

/** The way from a folder to pages. */
export interface Pipeline {
  /** Reads the configuration and the front matter of every page. */
  decks(): Site;
  /** Renders one deck. What is wrong in it is in its diagnostics; what is valid beside it is rendered. */
  render(deck: Deck): RenderedDeck;
  /**
   * Writes a deck with the addresses of the client.
   * @throws {DeckError} when a layout fails
   */
  publish(deck: ReadyDeck, client: Client): readonly Output[];
  /**
   * Writes what is no deck: pages for which the author has a layout, redirects, the list of the decks and what else a
   * site has once. `decks` is called where a list of the decks is written.
   */
  publishPages(client: Client, decks: () => readonly ReadyDeck[]): PublishedPages;
  /** Forgets what depends on these files, given as paths below the site's root. */
  update(changedFiles: readonly string[]): void;
}

/** A pipeline with what our own commands ask for besides. It is no part of the public API. */
export interface SitePipeline extends Pipeline {
  /**
   * The page around the slides of a deck: as `publish` writes it, without the slides and without its title.
   * @throws {DeckError} when a layout fails
   */
  shell(deck: ReadyDeck, client: Client): string;
  /** Does all that publishing does, with addresses that lead nowhere: shows what would fail. */
  dryRun(decks: readonly ReadyDeck[]): DryRun;
  /** The files that templates have made or asked for while decks and pages were rendered. */
  assets(): readonly PublishedAsset[];
  /**
   * Runs a text of the author that is a template, such as SCSS with actions in it, on behalf of a deck.
   * @throws {DeckError} when it fails
   */
  runTemplate(deck: Deck, source: SourceFile, report: Report): string;
  /** The archetypes of the site and of its themes. */
  archetypes(): Archetypes;
  /** Tells what some pages, the templates and the data of the site use, without rendering any of them. */
  survey(pages: readonly Page[]): SiteSurvey;
  /** The site's own templates that nothing has used, when all is written; paths below the site's root. */
  unusedTemplates(): readonly string[];
}

/** Opens a site: reads its configuration, and all else when it is asked for. */
export function createPipeline(options: PipelineOptions): SitePipeline {
  const uses = new UseRecorder();
  const memory = new Memory(uses);
  let environment = createEnvironment(options, uses);
  let site: Site | undefined;
  let renderer: Renderer | undefined;
  const find = (): Site => (site ??= findSite(environment, memory));
  const renderWith = (): Renderer => (renderer ??= new Renderer(environment, find(), memory));
  const templatesOf = ({ head: page }: Deck, report: Report): PageTemplates =>
    renderWith().templates({ page, report, used: (path) => environment.uses.part(path) });
  const render = (deck: Deck): RenderedDeck => {
    const tools = { renderer: renderWith(), environment };
    const findImage = memory.images.finder(deck, { site: find(), environment });
    return memory.decks.get(deck, () =>
      renderDeck(deck, { ...tools, readSection: memory.sections.of(deck, findImage) }),
    );
  };
  const toolsFor = (client: Client): OutputTools => ({
    client,
    environment,
    renderer: renderWith(),
    site: find(),
  });
  const publish: Pipeline['publish'] = (deck, client) => deckOutputs(deck, toolsFor(client));
  const publishOthers: Pipeline['publishPages'] = (client, decks) =>
    publishPages({ ...toolsFor(client), decks });
  return {
    decks: find,
    render,
    publish,
    shell: (deck, client) => deckShell(deck, toolsFor(client)),
    publishPages: publishOthers,
    dryRun: (decks) => dryRun(find(), decks, { publish, publishPages: publishOthers }),
    assets: () => environment.assets.published(),
    runTemplate: (deck, source, report) => templatesOf(deck, report).runText(source),
    archetypes: () => createArchetypes(environment, templatesOf),
    unusedTemplates: () => unusedTemplates(environment),
    survey: (surveyed) => surveySite(find(), environment, surveyed),
    update(changedFiles) {
      const before = { environment, site: find() };
      memory.forgetFiles(changedFiles);
      environment = updateEnvironment(environment, changedFiles, { options, uses });
      if (environment.config !== before.environment.config) memory.readPages.clear();
      renderer = undefined;
      site = undefined;
      const change = changeBetween(before, { environment, site: find() }, changedFiles);
      memory.forget(change, find());
    },
  };
}
