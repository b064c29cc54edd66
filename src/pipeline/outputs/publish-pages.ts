/** Publishes everything but decks: pages for which the author has a layout, redirects, and the outputs of the whole site. */
import { applyLevels } from '../../check-levels.ts';
import type { Diagnostic } from '../../diagnostics.ts';
import { findSlidesNotShown } from './slides-not-shown.ts';
import { rewriteAddresses } from '../../render/rewrite-addresses.ts';
import { isKindDisabled } from '../../site/pages/publishing.ts';
import type { Output, Page } from '../../types.ts';
import { toDiagnostics, type LocatedDiagnostic, demoteErrors } from '../left-out.ts';
import type { PublishContext } from './output-contexts.ts';
import { writePagers } from './publish-pagers.ts';
import { hasOwnNotFound } from './not-found.ts';
import {
  claimAliases,
  claimDeck,
  claimPage,
  claimStaticFile,
  type OutputClaim,
  settleOutputs,
} from './settle-outputs.ts';
import { writeSiteOutputs } from './site-outputs.ts';

/** The published pages that are not decks. */
export interface PublishedPages {
  readonly outputs: readonly Output[];
  /** All outputs of the site that get their paths, also decks and static files. @internal */
  readonly claims: readonly OutputClaim[];
  /** Whether the built-in list of decks is at the root: the site has neither a page nor a layout of its own there. */
  readonly hasBuiltInList: boolean;
  /** Whether the author has a layout for the 404 page. */
  readonly hasOwnNotFound: boolean;
  /** Pages for which the site has no layout: they need the theme that they were written for, and are not published. */
  readonly leftAlone: readonly Page[];
  /** The files of pages that failed, and the names of failed outputs without a source file. */
  readonly leftOut: readonly string[];
  /** Contains no errors: an error in a page is a warning here, and the page is left out. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes all pages that are not decks; a page with an error is left out. @internal */
export function publishPages(context: PublishContext): PublishedPages {
  const { site, renderer } = context;
  const written = site.otherPages
    .filter((page) => !isKindDisabled(page, site.config))
    .map((page) => ({ page, ...writePage(page, context) }));
  // The content of a page may have been rendered only later, for another page that shows it.
  const contentDiagnostics = site.pages.flatMap((page) =>
    withPageName(page, renderer.contentDiagnostics(page)),
  );
  const found = [
    ...written.flatMap(({ page, diagnostics }) => withPageName(page, diagnostics)),
    ...contentDiagnostics,
  ];
  const failed = new Set(
    found.filter(({ diagnostic }) => isError(diagnostic)).map(({ location }) => location),
  );
  const pageClaims = written.flatMap(({ page, claims }) => (failed.has(nameOf(page)) ? [] : claims));
  const leftAlone = written
    .filter(({ isLeftAlone, page }) => isLeftAlone && page.source.path !== '' && !failed.has(nameOf(page)))
    .map(({ page }) => page);
  const siteOutputs = writeSiteOutputs(context, pageClaims);
  const all = [...found, ...siteOutputs.found];
  const { claims, diagnostics } = settleOutputs([
    ...site.decks.flatMap((deck) => [claimDeck(deck), ...claimAliases(deck.head)]),
    ...pageClaims,
    ...site.staticFiles.map(claimStaticFile),
    ...siteOutputs.claims,
  ]);
  return {
    outputs: claims.flatMap(({ output }) => output ?? []),
    claims,
    hasBuiltInList: siteOutputs.hasBuiltInList,
    hasOwnNotFound: hasOwnNotFound(context.environment),
    leftAlone,
    leftOut: [
      ...new Set(all.filter(({ diagnostic }) => isError(diagnostic)).map(({ location }) => location)),
    ],
    diagnostics: applyLevels(
      [...demoteErrors(all), ...diagnostics, ...findSlidesNotShown(leftAlone)],
      site.config.checks,
    ),
  };
}

/** The name of a page in diagnostics. */
const nameOf = ({ source, outputPath }: Page): string => source.path || outputPath;

const withPageName = (page: Page, diagnostics: readonly Diagnostic[]): readonly LocatedDiagnostic[] =>
  diagnostics.map((diagnostic) => ({ diagnostic, location: nameOf(page) }));

/** The result of writing a page. */
interface WrittenPage {
  readonly claims: readonly OutputClaim[];
  /** Whether the site has no layout for the page. */
  readonly isLeftAlone: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function writePage(page: Page, { environment, renderer }: PublishContext): WrittenPage {
  const diagnostics: Diagnostic[] = [];
  const done = (claims: readonly OutputClaim[], isLeftAlone = false): WrittenPage => ({
    claims,
    isLeftAlone,
    diagnostics,
  });
  const config = renderer.config(page.language);
  try {
    const wanted = page.outputs ?? config.outputs[page.kind] ?? [];
    const context = {
      page,
      report: (one: Diagnostic) => void diagnostics.push(one),
      onDependency: () => undefined,
      formats: wanted.includes('reveal') ? (['reveal', 'html'] as const) : (['html'] as const),
    };
    const text = environment.templateFiles.names.length > 0 ? renderer.templates(context).html() : undefined;
    if (text === undefined) return done([], true);
    // As in Hugo, an empty page is not written.
    if (text.trim() === '') return done([], true);
    const data = { target: config.baseURL + page.address, site: { languageCode: config.languageCode } };
    const aliases = page.aliases.map((path) => ({ path, text: environment.renderLayout('alias', data) }));
    const output = { path: page.outputPath, text: rewriteAddresses(text, page.outputPath, config) };
    const pagers = writePagers(page, { renderer, environment }, () => renderer.templates(context).html());
    const own = [output, ...pagers].map((one) => claimPage(page, { path: one.path, output: one }));
    return done([...own, ...claimAliases(page, aliases)]);
  } catch (error) {
    diagnostics.push(...toDiagnostics(error, page.source.path));
    return { claims: [], isLeftAlone: false, diagnostics };
  }
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
