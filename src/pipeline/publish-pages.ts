/** What is published beside decks: pages for which the author has a layout, redirects, and what is there once in a site. */
import { DeckError, type Diagnostic } from '../diagnostics.ts';
import { rewriteAddresses } from '../render/rewrite-addresses.ts';
import { isKindDisabled } from '../site/publishing.ts';
import type { Output, Page } from '../types.ts';
import type { PageTools } from './page-tools.ts';
import { writePagers } from './publish-pagers.ts';
import { LANDING_PATH } from './site-outputs/landing-data.ts';
import { hasOwnLanding } from './site-outputs/landing.ts';
import { writeSiteOutputs } from './site-outputs.ts';

/** Pages that are no decks. */
export interface PublishedPages {
  readonly outputs: readonly Output[];
  /** The one among them that lists the decks, where the site has no page or layout of its own for its root. */
  readonly list: Output | undefined;
  /** Pages without a layout in the site's own folder, which are left to the theme that they were written for. */
  readonly leftAlone: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes them. A mistake in one leaves that one out. @internal */
export function publishPages(tools: PageTools): PublishedPages {
  const { site } = tools;
  const outputs: Output[] = [];
  const leftAlone: Page[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const page of site.otherPages) {
    if (isKindDisabled(page, site.config)) continue;
    const found = writePage(page, tools);
    outputs.push(...found.outputs);
    diagnostics.push(...found.diagnostics);
    if (found.outputs.length === 0 && page.source.path !== '') leftAlone.push(page);
  }
  const ofSite = writeSiteOutputs(tools, outputs);
  const list = hasOwnLanding(tools.stages)
    ? undefined
    : ofSite.outputs.find(({ path }) => path === LANDING_PATH);
  return {
    outputs: [...outputs, ...ofSite.outputs],
    list,
    leftAlone,
    diagnostics: [...diagnostics, ...ofSite.diagnostics],
  };
}

function writePage(
  page: Page,
  { stages, renderer }: PageTools,
): Pick<PublishedPages, 'outputs' | 'diagnostics'> {
  const diagnostics: Diagnostic[] = [];
  const config = renderer.config(page.language);
  const found = (): readonly Diagnostic[] => {
    const all = [...diagnostics, ...renderer.contentDiagnostics(page)];
    // A theme that is not there may have brought what is missing; then the page is left out, and the decks are built.
    return config.missingThemes.length > 0 ? all.map(asWarning) : all;
  };
  try {
    const outputs = page.outputs ?? config.outputs[page.kind] ?? [];
    const errand = {
      page,
      report: (one: Diagnostic) => void diagnostics.push(one),
      used: () => undefined,
      formats: outputs.includes('reveal') ? (['reveal', 'html'] as const) : (['html'] as const),
    };
    const text = stages.templateFiles.names.length > 0 ? renderer.templates(errand).html() : undefined;
    if (text === undefined) return { outputs: [], diagnostics: [] };
    // As in Hugo, a page of nothing is not written.
    if (text.trim() === '') return { outputs: [], diagnostics: found() };
    const data = { target: config.baseURL + page.address, site: { languageCode: config.languageCode } };
    const aliases = page.aliases.map((path) => ({ path, text: stages.renderLayout('alias', data) }));
    const output = { path: page.outputPath, text: rewriteAddresses(text, page.outputPath, config) };
    const pagers = writePagers(page, { renderer, stages }, () => renderer.templates(errand).html());
    return { outputs: [output, ...pagers, ...aliases], diagnostics: found() };
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    diagnostics.push(...error.diagnostics);
    return { outputs: [], diagnostics: found() };
  }
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'warning' };
}
