/** Which pages make which deck, and in which order. Source of the rules: reference, theme Q18 to Q20. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Deck, Page, SiteConfig } from '../types.ts';
import { outputPathOf } from './urls.ts';

/** The decks of a site, the root deck first, then by path. `pages` are those that are published. */
export function resolveDecks(pages: readonly Page[], config: SiteConfig): readonly Deck[] {
  const compare = pageOrder(config.languageCode);
  return pages
    .filter((page) => page.kind !== 'page' && isDeck(page, config))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((head) => ({
      outputPath: outputPathOf(head.path),
      head,
      pages: [head, ...followers(head, pages).sort(compare)],
    }));
}

function isDeck(page: Page, config: SiteConfig): boolean {
  return (page.outputs ?? config.outputs[page.kind] ?? []).includes('reveal');
}

/** The root deck goes on with every page of type `home`; a section's with the pages below it, up to the next section. */
function followers(head: Page, pages: readonly Page[]): Page[] {
  const regular = pages.filter((page) => page.kind === 'page');
  if (head.kind === 'home') return regular.filter((page) => page.type === 'home');
  const sections = new Set(pages.filter((page) => page.kind === 'section').map((page) => page.folder));
  return regular.filter((page) => sectionOf(page.folder, sections) === head.folder);
}

/** The nearest folder with a section page, going up; the folder itself where there is none. */
function sectionOf(folder: string, sections: ReadonlySet<string>): string {
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) {
    if (sections.has(at)) return at;
  }
  return folder;
}

type Order = (a: Page, b: Page) => number;

/** Hugo's default order: weight with 0 last, date with the newest first, title as the language sorts it, path. */
function pageOrder(language: string): Order {
  let collator: Intl.Collator | undefined;
  const orders: readonly Order[] = [
    (a, b) => (a.weight || Infinity) - (b.weight || Infinity) || 0,
    (a, b) => (b.date?.getTime() ?? -Infinity) - (a.date?.getTime() ?? -Infinity) || 0,
    (a, b) => (collator ??= createCollator(language)).compare(a.linkTitle, b.linkTitle),
    (a, b) => (a.path.toLowerCase() < b.path.toLowerCase() ? -1 : 1),
  ];
  return (a, b) => orders.reduce((result, order) => result || order(a, b), 0);
}

function createCollator(language: string): Intl.Collator {
  try {
    return new Intl.Collator(language.replace('_', '-'));
  } catch {
    // The language code is free text in Hugo; one that is no language tag sorts as English does.
    return new Intl.Collator('en');
  }
}

/** Single pages that want to be decks: not done yet, and said. */
export function pendingDecks(pages: readonly Page[]): readonly Diagnostic[] {
  const wanting = pages.filter(
    ({ kind, outputs, params }) =>
      kind === 'page' && outputs?.includes('reveal') && ['bundle', 'list'].includes(String(params['layout'])),
  );
  return wanting.map(({ source }) =>
    createDiagnostic({
      code: 'deck-pending',
      severity: 'warning',
      message: 'deckwright does not make decks of single pages and leaf bundles yet, so this one is left out',
      hint: 'Name the file _index.md, in a folder of its own, to make a deck of it.',
      source,
      offset: 0,
    }),
  );
}
