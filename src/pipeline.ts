/**
 * The way from an author's folder to published pages: the folder is read as decks, a deck is rendered to slides, and
 * its slides are published as a page. `pipeline/` holds the steps; only this file combines them. A build renders every
 * deck, the dev server the one that is requested; both call the same functions. All caches belong to the instance.
 */
import type { Diagnostic, SourceFile } from './diagnostics.ts';
import { type Archetypes, createArchetypes } from './pipeline/archetypes.ts';
import { changeBetween } from './pipeline/change.ts';
import { countSlides, type SlideCounts } from './pipeline/count-slides.ts';
import { renderDeckOutputs, deckShell } from './pipeline/outputs/deck-outputs.ts';
import type { OutputContext } from './pipeline/outputs/output-contexts.ts';
import { findSite, type Site } from './pipeline/find-site.ts';
import { createDeckLinter } from './pipeline/lint/lint-decks.ts';
import { PipelineCache } from './pipeline/pipeline-cache.ts';
import type { PageTemplates } from './pipeline/templates/page-templates.ts';
import { type PublishedPages, publishPages } from './pipeline/outputs/publish-pages.ts';
import { type OutputClaim, settleOutputs } from './pipeline/outputs/settle-outputs.ts';
import { type DryRun, dryRun } from './pipeline/outputs/dry-run.ts';
import { type PublishableDeck, toReadyDeck, toReadyDecks } from './pipeline/ready-deck.ts';
import { renderDeck } from './pipeline/render-deck.ts';
import { applyDeckLevels } from './pipeline/slide-checks.ts';
import { Renderer } from './pipeline/renderer.ts';
import { createEnvironment, type PipelineOptions, updateEnvironment } from './pipeline/site-environment.ts';
import { type SiteSurvey, surveySite } from './pipeline/survey/site-survey.ts';
import { findUnusedTemplates } from './pipeline/unused-templates.ts';
import { updateTexts } from './pipeline/update-texts.ts';
import { DependencyTracker } from './pipeline/cache/dependencies.ts';
import type { Client, Deck, Output, Page, PublishedAsset, ReadyDeck, RenderedDeck, Report } from './types.ts';

export { countSlides, settleOutputs };
export type {
  OutputClaim,
  PipelineOptions,
  PublishableDeck,
  PublishedPages,
  DryRun,
  Site,
  SiteSurvey,
  SlideCounts,
};

/** Reads a site, renders its decks and publishes its pages. */
export interface Pipeline {
  /** Reads the configuration and the front matter of every page. */
  decks(): Site;
  /** Renders one deck. Mistakes are in its diagnostics; everything else is rendered. */
  render(deck: Deck): RenderedDeck;
  /**
   * Writes the page and the redirects of a deck, with the addresses of the client. A deck as `render` returns it is
   * published in its theme, without stylesheets and scripts of its author.
   * @throws {DeckError} when a layout fails
   */
  publish(deck: PublishableDeck, client: Client): readonly Output[];
  /**
   * Writes everything that is not a deck: pages for which the author has a layout, redirects, the list of decks, and the
   * other files of which a site has one, such as the sitemap. `decks` are all decks of the site; a function is called
   * only if the list of decks is written.
   */
  publishPages(
    client: Client,
    decks: readonly PublishableDeck[] | (() => readonly PublishableDeck[]),
  ): PublishedPages;
  /** Drops all cached results that depend on these files, given as paths relative to the site's root. */
  update(changedFiles: readonly string[]): void;
}

/** A pipeline with the methods that only our own commands need. It is not part of the public API. */
export interface SitePipeline extends Pipeline {
  /**
   * Renders the page of a deck as `publish` does, but without its slides and title.
   * @throws {DeckError} when a layout fails
   */
  shell(deck: ReadyDeck, client: Client): string;
  /**
   * Checks what decks show: pictures and links that lead to nothing, missing descriptions, repeated ids. `pages` are
   * those of the whole site, as `publishPages` returns them; without them, what is not known yet is not judged.
   */
  lint(decks: readonly ReadyDeck[], pages?: PublishedPages): readonly Diagnostic[];
  /** Applies the levels that the site and the slides of a deck set for checks: findings that are off are dropped. */
  applyLevels<T extends Diagnostic>(
    rendered: Pick<RenderedDeck, 'deck' | 'slides'>,
    found: readonly T[],
  ): readonly T[];
  /** Publishes everything with placeholder addresses and writes nothing, to find out what would fail. */
  dryRun(decks: readonly ReadyDeck[]): DryRun;
  /** The files that templates have created or published while decks and pages were rendered. */
  assets(): readonly PublishedAsset[];
  /**
   * Runs a text of the author that is a template, such as SCSS with actions in it, in the context of a deck.
   * @throws {DeckError} when the template fails
   */
  runTemplate(deck: Deck, source: SourceFile, report: Report): string;
  /** The archetypes of the site and of its themes. */
  archetypes(): Archetypes;
  /** Lists what some pages, the templates and the data of the site use, without rendering any of them. */
  survey(pages: readonly Page[]): SiteSurvey;
  /** The site's own templates that nothing has used so far, as paths relative to the site's root; call it last. */
  unusedTemplates(): readonly string[];
}

/** Opens a site: reads its configuration now, and everything else on demand. */
export function createPipeline(options: PipelineOptions): SitePipeline {
  const dependencies = new DependencyTracker();
  const cache = new PipelineCache(dependencies);
  let environment = createEnvironment(options, dependencies);
  let site: Site | undefined;
  let renderer: Renderer | undefined;
  const getSite = (): Site => (site ??= findSite(environment, cache));
  const getRenderer = (): Renderer => (renderer ??= new Renderer(environment, getSite(), cache));
  const pageTemplates = ({ head: page }: Deck, report: Report): PageTemplates =>
    getRenderer().templates({ page, report, onDependency: (path) => dependencies.addUsedFile(path) });
  const render = (deck: Deck): RenderedDeck =>
    cache.decks.get(deck, () => {
      const findImage = cache.images.createFinder(deck, { site: getSite(), environment });
      const readSection = cache.sections.startRun(deck, findImage);
      return renderDeck(deck, { renderer: getRenderer(), environment, readSection });
    });
  const createOutputContext = (client: Client): OutputContext => {
    return { client, environment, renderer: getRenderer(), site: getSite() };
  };
  const publish: Pipeline['publish'] = (deck, client) =>
    renderDeckOutputs(toReadyDeck(deck, getSite().config), createOutputContext(client));
  const publishOtherPages: Pipeline['publishPages'] = (client, decks) =>
    publishPages({ ...createOutputContext(client), decks: toReadyDecks(decks, getSite().config) });
  return {
    decks: getSite,
    render,
    publish,
    shell: (deck, client) => deckShell(deck, createOutputContext(client)),
    publishPages: publishOtherPages,
    applyLevels: (rendered, found) =>
      applyDeckLevels(found, rendered, getRenderer().config(rendered.deck.language)),
    lint: createDeckLinter(() => ({ site: getSite(), environment, cache, renderer: getRenderer() })),
    dryRun: (decks) => dryRun(getSite(), decks, { publish, publishPages: publishOtherPages }),
    assets: () => environment.assets.published(),
    runTemplate: (deck, source, report) => pageTemplates(deck, report).runText(source),
    archetypes: () => createArchetypes(environment, pageTemplates),
    unusedTemplates: () => findUnusedTemplates(environment),
    survey: (surveyed) => surveySite(getSite(), environment, surveyed),
    update(changedFiles) {
      const previous = { environment, site: getSite() };
      environment = updateEnvironment(environment, changedFiles, { options, dependencies });
      if (environment.config !== previous.environment.config) cache.readPages.clear();
      renderer = undefined;
      site = updateTexts(previous, changedFiles, environment, cache);
      if (!site) cache.invalidateFiles(changedFiles);
      const change = changeBetween(previous, { environment, site: getSite() }, changedFiles);
      cache.invalidate(change, getSite());
    },
  };
}
