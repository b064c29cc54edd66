/**
 * Which pages make which deck, and in which order. Source of the rules: docs/compatibility.md#decks and #page-order.
 */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Deck, Language, Page, Report, SiteConfig } from '../types.ts';
import { parentOf } from './content-names.ts';
import { offsetOfKey } from './formats.ts';
import { pageOrder } from './order.ts';
import { isKindDisabled, isListed, isRendered, type Unpublished, whyUnpublished } from './publishing.ts';

/** The layouts of the theme that make a deck of a single page. */
const SINGLE_LAYOUTS = ['bundle', 'list'];

/** Whether the site has a layout of its own that makes a deck of a single page. */
export type HasLayout = (page: Page) => boolean;

/**
 * The decks of a site: those of the default language first, the root deck before the others, which stand by their paths.
 * `pages` are those that are published. Of two decks at one place the first is kept, and the other one reported.
 */
export function resolveDecks(
  pages: readonly Page[],
  config: SiteConfig,
  report: Report,
  hasLayout: HasLayout = () => false,
): readonly Deck[] {
  const taken = new Map<string, Page>();
  const decks = config.languages.flatMap((language) =>
    decksIn(
      language,
      pages.filter((page) => page.language === language.code),
      { config, hasLayout },
    ),
  );
  return decks.filter(({ head, outputPath }) => {
    const first = taken.get(outputPath);
    if (first) report(outputConflict(head, first));
    else taken.set(outputPath, head);
    return !first;
  });
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
  return pages
    .filter((page) => isDeck(page, config, hasLayout) && !isKindDisabled(page, config) && isRendered(page))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((head) => ({
      outputPath: head.outputPath,
      language: language.code,
      head,
      pages: [head, ...followers(head, pages, config).sort(compare)],
    }));
}

/** Sections ask for the output; a single page, of which the theme shows nothing, for one of its layouts too. */
function isDeck(page: Page, config: SiteConfig, hasLayout: HasLayout): boolean {
  if (!wantsReveal(page, config)) return false;
  return page.kind === 'page' ? page.bundle !== 'part' && (isSingleDeck(page) || hasLayout(page)) : true;
}

const wantsReveal = ({ outputs, kind }: Page, config: SiteConfig): boolean =>
  (outputs ?? config.outputs[kind] ?? []).includes('reveal');

const isSingleDeck = ({ layout }: Page): boolean => SINGLE_LAYOUTS.includes(layout ?? '');

/**
 * A bundle goes on with its own files, a single page with nothing, the root deck with every page of type `home`, and a
 * section with the pages below it, up to the next section.
 */
function followers(head: Page, pages: readonly Page[], config: SiteConfig): Page[] {
  if (head.layout === 'bundle' || (head.bundle === 'leaf' && head.layout !== 'list')) {
    const parts = new Set(head.resources.map(({ source }) => source));
    return pages.filter(({ bundle, source }) => bundle === 'part' && parts.has(source.path));
  }
  if (head.kind === 'page') return [];
  const regular = pages.filter((page) => isRegular(page) && !isKindDisabled(page, config));
  if (head.kind === 'home') return regular.filter((page) => page.type === 'home' && isListed(page, 'site'));
  const sections = new Set(pages.filter((page) => page.kind === 'section').map((page) => page.folder));
  return regular.filter(
    (page) => sectionOf(page.folder, sections) === head.folder && isListed(page, 'section'),
  );
}

/** A page of its own that stands for no folder. */
const isRegular = ({ kind, bundle }: Page): boolean => kind === 'page' && bundle !== 'part';

/** The nearest folder with a section page, going up; the folder itself where there is none. */
function sectionOf(folder: string, sections: ReadonlySet<string>): string {
  for (let at = folder; at !== ''; at = parentOf(at)) {
    if (sections.has(at)) return at;
  }
  return folder;
}

/** The first page of a deck that is not published, and why. */
export interface HiddenDeck {
  readonly page: Page;
  readonly reason: Unpublished;
}

/** The decks that are not published at a moment. */
export function hiddenDecks(pages: readonly Page[], config: SiteConfig, now: Date): readonly HiddenDeck[] {
  return pages.flatMap((page) => {
    const reason = whyUnpublished(page, config, now);
    return reason && isDeck(page, config, () => false) && !isKindDisabled(page, config) && isRendered(page)
      ? [{ page, reason }]
      : [];
  });
}

/** The published pages that belong to no deck: a blog beside the decks, a landing page. */
export function otherPages(pages: readonly Page[], decks: readonly Deck[]): readonly Page[] {
  const used = new Set(decks.flatMap((deck) => deck.pages));
  return pages.filter((page) => page.bundle !== 'part' && isRendered(page) && !used.has(page));
}

/** Decks that the configuration takes away with all pages of their kind. */
export function disabledDecks(pages: readonly Page[], config: SiteConfig): readonly Diagnostic[] {
  return pages
    .filter((page) => isDeck(page, config, () => false) && isKindDisabled(page, config))
    .map(({ source, kind }) =>
      createDiagnostic({
        code: 'deck-disabled',
        severity: 'warning',
        message: `disableKinds takes all pages of the kind "${kind}" out of this site, so this deck is not built`,
        hint: `Take "${kind}" out of disableKinds in the configuration, or outputs out of this page.`,
        source,
        offset: 0,
      }),
    );
}

function outputConflict({ source, place, outputPath }: Page, first: Page): Diagnostic {
  return createDiagnostic({
    code: 'output-conflict',
    severity: 'warning',
    message: `this deck would be written to ${outputPath}, where that of ${first.source.path} already is, so it is left out`,
    hint: 'Give one of the two another url or slug, or another name.',
    source,
    offset: Math.max(...['url', 'slug'].map((key) => offsetOfKey(place, [key]))),
  });
}

/** The names of sources: `_generator.md`, `_index.src.md`, `deck.template.md`. */
const SOURCE_RE = /^_(?!index\.)|\b(?:generator|template|tmpl|source|src|in)\b/i;

/** Whether a page is what a generator makes the first page of its folder from, which is not there. */
function isGenerated({ source, folder, language }: Page, pages: readonly Page[]): boolean {
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  const isThere = pages.some(
    (page) =>
      page.kind !== 'page' && page.path === folder && page.language === language && page.source.path !== '',
  );
  return !isThere && SOURCE_RE.test(name.replace(/\.md$/, ''));
}

/** What is said when a site has no deck: most often the one line is missing that makes a page a deck. */
export function noDeck(pages: readonly Page[], config: SiteConfig): Diagnostic {
  const single = pages.find((page) => isRegular(page) && wantsReveal(page, config) && !isSingleDeck(page));
  const head = pages.find(({ kind }) => kind === 'home') ?? pages.find(({ kind }) => kind === 'section');
  if (single && isGenerated(single, pages)) {
    const written = `${parentOf(single.source.path)}/_index.md`;
    return createDiagnostic({
      code: 'no-deck',
      message: `there is no page ${written}; this one asks for the Reveal output, and looks like the source of a generator that writes it`,
      hint: `Run the generator first: README, Makefile or package.json of the site may name it. If there is none, name this page _index.md.`,
      source: single.source,
      offset: offsetOfKey(single.place, ['outputs']),
    });
  }
  if (single) {
    return createDiagnostic({
      code: 'no-deck',
      message: 'this page asks for the Reveal output, but a single page is a deck only with a layout for it',
      hint: 'Put layout = "bundle" in its front matter, or name it _index.md.',
      source: single.source,
      offset: offsetOfKey(single.place, ['outputs']),
    });
  }
  if (head) {
    return createDiagnostic({
      code: 'no-deck',
      message: 'no page of this site asks for the Reveal output, so there is no deck to build',
      hint: 'Put outputs = ["Reveal"] in the front matter of the page that begins your deck.',
      source: head.source,
      offset: 0,
    });
  }
  return createDiagnostic({
    code: 'no-deck',
    message: `there is no page ${config.contentDir}/_index.md, so there is no deck to build`,
    hint: `Write ${config.contentDir}/_index.md with outputs = ["Reveal"] in its front matter, or name the folder of your site with --source.`,
  });
}
