/** Groups pages into decks. Source of the rules: docs/compatibility.md#decks and #page-order. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import { OutputPaths } from '../output-paths.ts';
import type { Deck, Language, Page, Report, SiteConfig } from '../types.ts';
import { parentPath } from './pages/content-names.ts';
import { findKeyOffset } from './formats/formats.ts';
import { pageOrder } from './pages/order.ts';
import {
  isKindDisabled,
  isListed,
  isRendered,
  type Unpublished,
  unpublishedReason,
} from './pages/publishing.ts';

/** Layouts of the theme that make a single page a deck. */
const SINGLE_LAYOUTS = ['bundle', 'list'];

/** Tells whether the site has a layout of its own that makes a single page a deck. */
export type HasLayout = (page: Page) => boolean;

/** The decks of a site. */
export interface ResolvedDecks {
  readonly decks: readonly Deck[];
  /** Decks with the output path of an earlier one. */
  readonly skipped: readonly Deck[];
}

/**
 * Groups the published pages into decks: those of the default language first, the root deck before the others, which
 * are sorted by path. Of two decks with the same output path, the second is reported and skipped.
 */
export function resolveDecks(
  pages: readonly Page[],
  config: SiteConfig,
  report: Report,
  hasLayout: HasLayout = () => false,
): ResolvedDecks {
  const taken = new OutputPaths<Page>();
  const found = config.languages.flatMap((language) =>
    decksIn(
      language,
      pages.filter((page) => page.language === language.code),
      { config, hasLayout },
    ),
  );
  const skipped: Deck[] = [];
  const decks = found.filter((deck) => {
    const first = taken.take(deck.outputPath, deck.head);
    if (!first) return true;
    report(outputConflict(deck.head, first));
    skipped.push(deck);
    return false;
  });
  return { decks, skipped };
}

interface DeckRules {
  readonly config: SiteConfig;
  readonly hasLayout: HasLayout;
}

function decksIn(
  language: Language,
  pages: readonly Page[],
  { config, hasLayout }: DeckRules,
): readonly Deck[] {
  const compare = pageOrder(language.languageCode);
  const followers = new Followers(pages, config);
  return pages
    .filter((page) => isDeck(page, config, hasLayout) && !isKindDisabled(page, config) && isRendered(page))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((head) => ({
      outputPath: head.outputPath,
      language: language.code,
      head,
      pages: [head, ...followers.of(head).toSorted(compare)],
    }));
}

/** Whether a page asks for a deck. A single page also needs a layout, because the theme has none for it by default. */
function isDeck(page: Page, config: SiteConfig, hasLayout: HasLayout): boolean {
  if (!wantsReveal(page, config)) return false;
  return page.kind === 'page' ? page.bundle !== 'part' && (isSingleDeck(page) || hasLayout(page)) : true;
}

const wantsReveal = ({ outputs, kind }: Page, config: SiteConfig): boolean =>
  (outputs ?? config.outputs[kind] ?? []).includes('reveal');

const isSingleDeck = ({ layout }: Page): boolean => SINGLE_LAYOUTS.includes(layout ?? '');

/** The pages that follow head pages; indexed once for all decks of a language. */
class Followers {
  readonly #pages: readonly Page[];
  readonly #config: SiteConfig;
  #parts: ReadonlyMap<string, readonly Page[]> | undefined;
  #bySection: ReadonlyMap<string, readonly Page[]> | undefined;

  constructor(pages: readonly Page[], config: SiteConfig) {
    this.#pages = pages;
    this.#config = config;
  }

  /**
   * Finds the pages that follow a head page: the parts of a bundle, nothing for a single page, all pages of type `home`
   * for the root deck, and for a section the pages below it, up to the next section.
   */
  of(head: Page): readonly Page[] {
    if (head.layout === 'bundle' || (head.bundle === 'leaf' && head.layout !== 'list')) {
      this.#parts ??= groupPages(
        this.#pages.filter(({ bundle }) => bundle === 'part'),
        ({ source }) => source.path,
      );
      const paths = new Set(head.resources.map(({ source }) => source));
      return [...paths].flatMap((path) => this.#parts?.get(path) ?? []);
    }
    if (head.kind === 'page') return [];
    if (head.kind === 'home')
      return this.#regularPages().filter((page) => page.type === 'home' && isListed(page, 'site'));
    this.#bySection ??= this.#groupBySection();
    return this.#bySection.get(head.folder) ?? [];
  }

  #groupBySection(): ReadonlyMap<string, readonly Page[]> {
    const sections = new Set(
      this.#pages.filter(({ kind }) => kind === 'section').map(({ folder }) => folder),
    );
    return groupPages(
      this.#regularPages().filter((page) => isListed(page, 'section')),
      ({ folder }) => findSection(folder, sections),
    );
  }

  #regularPages(): readonly Page[] {
    return this.#pages.filter((page) => isRegular(page) && !isKindDisabled(page, this.#config));
  }
}

function groupPages(
  pages: readonly Page[],
  keyOf: (page: Page) => string,
): ReadonlyMap<string, readonly Page[]> {
  const groups = new Map<string, Page[]>();
  for (const page of pages) {
    const key = keyOf(page);
    const group = groups.get(key);
    if (group) group.push(page);
    else groups.set(key, [page]);
  }
  return groups;
}

/** Whether a page is a regular page, neither of a folder nor part of a bundle. */
const isRegular = ({ kind, bundle }: Page): boolean => kind === 'page' && bundle !== 'part';

/** Finds the nearest folder, upwards, that has a section page; the folder itself if none has. */
function findSection(folder: string, sections: ReadonlySet<string>): string {
  for (let at = folder; at !== ''; at = parentPath(at)) {
    if (sections.has(at)) return at;
  }
  return folder;
}

/** The first page of a deck that is not published, with the reason. */
export interface HiddenDeck {
  readonly page: Page;
  readonly reason: Unpublished;
}

/** Finds decks that are not published at a date. */
export function hiddenDecks(pages: readonly Page[], config: SiteConfig, now: Date): readonly HiddenDeck[] {
  return pages.flatMap((page) => {
    const reason = unpublishedReason(page, config, now);
    return reason && isDeck(page, config, () => false) && !isKindDisabled(page, config) && isRendered(page)
      ? [{ page, reason }]
      : [];
  });
}

/** Finds published pages that belong to no deck, such as a blog or a landing page. `decks` includes skipped ones. */
export function otherPages(pages: readonly Page[], decks: readonly Deck[]): readonly Page[] {
  const used = new Set(decks.flatMap((deck) => deck.pages));
  return pages.filter((page) => page.bundle !== 'part' && isRendered(page) && !used.has(page));
}

/** Reports decks that `disableKinds` excludes with all pages of their kind. */
export function disabledDecks(pages: readonly Page[], config: SiteConfig): readonly Diagnostic[] {
  return pages
    .filter((page) => isDeck(page, config, () => false) && isKindDisabled(page, config))
    .map(({ source, kind }) =>
      createDiagnostic({
        code: 'deck-disabled',
        severity: 'warning',
        message: `disableKinds excludes all pages of kind "${kind}", so this deck is not built`,
        hint: `Remove "${kind}" from disableKinds, or outputs from this page.`,
        source,
        offset: 0,
      }),
    );
}

function outputConflict({ source, location, outputPath }: Page, first: Page): Diagnostic {
  return createDiagnostic({
    code: 'output-conflict',
    severity: 'warning',
    message:
      first.outputPath === outputPath
        ? `this deck would be written to ${outputPath}, where the deck of ${first.source.path} is written, so it is skipped`
        : `this deck would be written to ${outputPath}, but ${first.source.path} is written to ${first.outputPath}, and a file can't be a folder, so it is skipped`,
    hint: 'Give one of them a different url, slug or file name.',
    source,
    offset: Math.max(...['url', 'slug'].map((key) => findKeyOffset(location, [key]))),
  });
}

/** Names of sources of a generator: `_generator.md`, `_index.src.md`, `deck.template.md`. */
const SOURCE_RE = /^_(?!index\.)|\b(?:generator|template|tmpl|source|src|in)\b/i;

/** Whether a page looks like the source from which a generator writes the missing first page of its folder. */
function isGenerated({ source, folder, language }: Page, pages: readonly Page[]): boolean {
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  const isThere = pages.some(
    (page) =>
      page.kind !== 'page' && page.path === folder && page.language === language && page.source.path !== '',
  );
  return !isThere && SOURCE_RE.test(name.replace(/\.md$/, ''));
}

/** Explains why a site has no deck: most often, the line that makes a page a deck is missing. */
export function noDeck(pages: readonly Page[], config: SiteConfig): Diagnostic {
  const single = pages.find((page) => isRegular(page) && wantsReveal(page, config) && !isSingleDeck(page));
  const head = pages.find(({ kind }) => kind === 'home') ?? pages.find(({ kind }) => kind === 'section');
  if (single && isGenerated(single, pages)) {
    const written = `${parentPath(single.source.path)}/_index.md`;
    return createDiagnostic({
      code: 'no-deck',
      message: `${written} does not exist; this page asks for the Reveal output and looks like the source of a generator that writes it`,
      hint: `Run the generator first (see the README, Makefile or package.json of the site). If there is none, rename this page to _index.md.`,
      source: single.source,
      offset: findKeyOffset(single.location, ['outputs']),
    });
  }
  if (single) {
    return createDiagnostic({
      code: 'no-deck',
      message: 'this page asks for the Reveal output, but a single page needs a layout to be a deck',
      hint: 'Add layout = "bundle" to its front matter, or rename it to _index.md.',
      source: single.source,
      offset: findKeyOffset(single.location, ['outputs']),
    });
  }
  if (head) {
    return createDiagnostic({
      code: 'no-deck',
      message: 'no page asks for the Reveal output, so there is no deck to build',
      hint: 'Add outputs = ["Reveal"] to the front matter of your deck\'s first page.',
      source: head.source,
      offset: 0,
    });
  }
  return createDiagnostic({
    code: 'no-deck',
    message: `${config.contentDir}/_index.md does not exist, so there is no deck to build`,
    hint: `Create it with outputs = ["Reveal"] in its front matter, or pass the folder of your site with --source.`,
  });
}
