/** What is published beside decks: pages for which the author has a layout, redirects, and what is there once in a site. */
import type { Diagnostic } from '../../diagnostics.ts';
import { rewriteAddresses } from '../../render/rewrite-addresses.ts';
import { isKindDisabled } from '../../site/publishing.ts';
import type { Output, Page } from '../../types.ts';
import { type DeckAddresses, deckAddresses, keepOffDecks } from '../deck-addresses.ts';
import { failuresOf, type FoundIn, leaveOut } from '../left-out.ts';
import type { PageTools } from './page-tools.ts';
import { writePagers } from './publish-pagers.ts';
import { hasOwnNotFound } from './not-found.ts';
import { writeSiteOutputs } from './site-outputs.ts';

/** Pages that are no decks. */
export interface PublishedPages {
  readonly outputs: readonly Output[];
  /** Whether the list of the decks is at the root: the site has neither a page nor a layout of its own for it. */
  readonly hasBuiltInList: boolean;
  /** Whether the page for what is not there is the author's own. */
  readonly hasOwnNotFound: boolean;
  /** Pages without a layout in the site's own folder, which are left to the theme that they were written for. */
  readonly leftAlone: readonly Page[];
  /** What has failed, by the files of the pages or by the names of what no file stands for. */
  readonly leftOut: readonly string[];
  /** No error is among them: what fails in a page leaves that page out, and is a warning. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes them. A mistake in one leaves that one out. @internal */
export function publishPages(tools: PageTools): PublishedPages {
  const { site, renderer } = tools;
  const addresses = deckAddresses(site.decks);
  const written = site.otherPages
    .filter((page) => !isKindDisabled(page, site.config))
    .map((page) => ({ page, ...writeBeside(page, tools, addresses) }));
  // Other pages may have shown the text of one that was written before them, or is no page of its own.
  const inContents = site.pages.flatMap((page) => foundIn(page, renderer.contentDiagnostics(page)));
  const found = [...written.flatMap(({ page, diagnostics }) => foundIn(page, diagnostics)), ...inContents];
  const failed = new Set(found.filter(({ diagnostic }) => isError(diagnostic)).map(({ where }) => where));
  const outputs = written.flatMap((one) => (failed.has(nameOf(one.page)) ? [] : one.outputs));
  const leftAlone = written
    .filter(({ isLeftAlone, page }) => isLeftAlone && page.source.path !== '' && !failed.has(nameOf(page)))
    .map(({ page }) => page);
  const ofSite = writeSiteOutputs(tools, outputs);
  const all = [...found, ...ofSite.found];
  return {
    outputs: [...outputs, ...ofSite.outputs],
    hasBuiltInList: ofSite.hasBuiltInList,
    hasOwnNotFound: hasOwnNotFound(tools.environment),
    leftAlone,
    leftOut: [...new Set(all.filter(({ diagnostic }) => isError(diagnostic)).map(({ where }) => where))],
    diagnostics: leaveOut(all),
  };
}

/** What a page is called where it fails. */
const nameOf = ({ source, outputPath }: Page): string => source.path || outputPath;

const foundIn = (page: Page, diagnostics: readonly Diagnostic[]): readonly FoundIn[] =>
  diagnostics.map((diagnostic) => ({ diagnostic, where: nameOf(page) }));

/** What has become of a page. */
interface WrittenPage {
  readonly outputs: readonly Output[];
  /** Whether the site has no layout for it. */
  readonly isLeftAlone: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function writeBeside(page: Page, tools: PageTools, addresses: DeckAddresses): WrittenPage {
  const written = writePage(page, tools);
  const { outputs, diagnostics } = keepOffDecks(page, written.outputs, addresses);
  return { ...written, outputs, diagnostics: [...written.diagnostics, ...diagnostics] };
}

function writePage(page: Page, { environment, renderer }: PageTools): WrittenPage {
  const diagnostics: Diagnostic[] = [];
  const done = (outputs: readonly Output[], isLeftAlone = false): WrittenPage => ({
    outputs,
    isLeftAlone,
    diagnostics,
  });
  const config = renderer.config(page.language);
  try {
    const wanted = page.outputs ?? config.outputs[page.kind] ?? [];
    const errand = {
      page,
      report: (one: Diagnostic) => void diagnostics.push(one),
      used: () => undefined,
      formats: wanted.includes('reveal') ? (['reveal', 'html'] as const) : (['html'] as const),
    };
    const text = environment.templateFiles.names.length > 0 ? renderer.templates(errand).html() : undefined;
    if (text === undefined) return done([], true);
    // As in Hugo, a page of nothing is not written.
    if (text.trim() === '') return done([], true);
    const data = { target: config.baseURL + page.address, site: { languageCode: config.languageCode } };
    const aliases = page.aliases.map((path) => ({ path, text: environment.renderLayout('alias', data) }));
    const output = { path: page.outputPath, text: rewriteAddresses(text, page.outputPath, config) };
    const pagers = writePagers(page, { renderer, environment }, () => renderer.templates(errand).html());
    return done([output, ...pagers, ...aliases]);
  } catch (error) {
    diagnostics.push(...failuresOf(error, page.source.path));
    return { outputs: [], isLeftAlone: false, diagnostics };
  }
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
