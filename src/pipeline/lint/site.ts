/** Describes a site for the rules of `src/lint/`: what it publishes, and which of its decks are known. */
import { readCheckLimit } from '../../check-limits.ts';
import type { Linter } from '../../lint/lint.ts';
import { createPublishedPaths } from '../../lint/published-paths.ts';
import type { LintedSite, PublishedPaths } from '../../lint/rule.ts';
import { sitemapPath } from '../../site/config/sitemap.ts';
import type { Deck, ReadyDeck, RenderedDeck, SiteConfig } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { ImageFiles } from '../image-files.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { createExplainer } from './explanations.ts';

/** What is known of a site while its decks are checked. */
export interface SiteSources {
  readonly site: Site;
  readonly environment: SiteEnvironment;
  readonly images: ImageFiles;
  readonly linter: Linter;
  /** A deck that has been rendered. */
  findRendered(this: void, deck: Deck): RenderedDeck | undefined;
}

/** An output with its path. */
interface Published {
  readonly path: string;
}

/**
 * Creates a function that describes a site. `published` are all outputs of its pages; `undefined` while pages that are
 * not decks have not been written: they are taken for written then.
 */
export function createSiteDescriber(): (
  sources: SiteSources,
  ready: readonly ReadyDeck[],
  published: readonly Published[] | undefined,
) => LintedSite {
  const known = new WeakMap<Site, SiteIndex>();
  return (sources, ready, published) => {
    const { site, environment, images, linter, findRendered } = sources;
    const { assets, templateFiles } = environment;
    const index = known.get(site) ?? createIndex(site, assets);
    known.set(site, index);
    for (const { files } of ready) for (const { path } of files.published) index.generated.add(path);
    return {
      basePath: site.config.basePath,
      paths: published ? createPaths(published, index, assets) : index.expected,
      // A template may publish a file for another deck than the one that it runs for.
      isComplete: () => templateFiles.names.length === 0 || site.decks.every((deck) => findRendered(deck)),
      explain: index.explain,
      findAnchors(outputPath) {
        const deck = index.decks.get(outputPath);
        const rendered = deck && findRendered(deck);
        return rendered && linter.anchors(rendered);
      },
      findPicture: (path) => images.find(path, { site, environment }),
      largeImage: readLimit(site.config),
    };
  };
}

/** What is known of a site whatever deck is checked: the dev server checks one after the other. */
interface SiteIndex {
  readonly decks: ReadonlyMap<string, Deck>;
  /** What will be published, as far as it is known without templates. */
  readonly expected: PublishedPaths;
  /** The paths of files that are published with decks. */
  readonly generated: Set<string>;
  readonly explain: LintedSite['explain'];
}

function createIndex(site: Site, assets: SiteEnvironment['assets']): SiteIndex {
  const generated = new Set<string>();
  return {
    decks: new Map(site.decks.map((deck) => [deck.outputPath, deck])),
    expected: createPaths(
      listExpected(site).map((path) => ({ path })),
      { generated },
      assets,
    ),
    generated,
    explain: createExplainer(site),
  };
}

function createPaths(
  published: readonly Published[],
  { generated }: Pick<SiteIndex, 'generated'>,
  assets: SiteEnvironment['assets'],
): PublishedPaths {
  const paths = new Set(published.map(({ path }) => path));
  return createPublishedPaths(
    paths,
    (path) => generated.has(path) || assets.findPublished(path) !== undefined,
  );
}

/** What will be published, if all pages have layouts. */
function listExpected({ config, decks, otherPages, staticFiles }: Site): readonly string[] {
  const pages = [...decks.map(({ head }) => head), ...otherPages];
  return [
    ...pages.flatMap(({ outputPath, aliases }) => [outputPath, ...aliases]),
    ...staticFiles.map(({ outputPath }) => outputPath),
    ...config.languages.flatMap(({ code, folder }) => [
      sitemapPath(config, code),
      ...HOME_FILES.map((name) => (folder === '' ? name : `${folder}/${name}`)),
    ]),
    ...HOME_FILES,
    sitemapPath(config),
    'robots.txt',
  ];
}

const HOME_FILES = ['index.html', '404.html'];

const MEGABYTE = 1_000_000;

/** In megabytes. */
const DEFAULT_LIMIT = 2;

/** The limit of `image-large` in bytes. */
const readLimit = (config: SiteConfig): number =>
  (readCheckLimit(config, 'image-large') ?? DEFAULT_LIMIT) * MEGABYTE;
