/** What is published beside decks: pages for which the author has a layout, redirects, and the list of the decks. */
import { DeckError, type Diagnostic } from '../diagnostics.ts';
import { rewriteAddresses } from '../render/rewrite-addresses.ts';
import { isKindDisabled } from '../site/publishing.ts';
import type { Client, Output, Page, RenderedDeck } from '../types.ts';
import type { Site } from './find-site.ts';
import { landingData, LANDING_PATH } from './landing.ts';
import type { Renderer } from './renderer.ts';
import type { Stages } from './stages.ts';

/** Pages that are no decks. */
export interface PublishedPages {
  readonly outputs: readonly Output[];
  /** The one among them that lists the decks, where the site has no page of its own at its root. */
  readonly list: Output | undefined;
  /** Pages without a layout in the site's own folder, which are left to the theme that they were written for. */
  readonly leftAlone: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What such pages are written with. @internal */
export interface PageTools {
  readonly site: Site;
  readonly stages: Stages;
  readonly renderer: Renderer;
  readonly client: Client;
  readonly decks: () => readonly RenderedDeck[];
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
  const taken = new Set([
    ...outputs.map(({ path }) => path),
    ...site.decks.map(({ outputPath }) => outputPath),
  ]);
  const isList =
    !taken.has(LANDING_PATH) && !site.staticFiles.some(({ outputPath }) => outputPath === LANDING_PATH);
  const list = isList && site.decks.length > 0 ? writeList(tools) : undefined;
  return { outputs: list ? [...outputs, list] : outputs, list, leftAlone, diagnostics };
}

function writeList({ stages, client, decks, site }: PageTools): Output {
  const text = stages.renderLayout('landing', landingData(decks(), client, site));
  return { path: LANDING_PATH, text: rewriteAddresses(text, LANDING_PATH, site.config) };
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
    return { outputs: [output, ...aliases], diagnostics: found() };
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    diagnostics.push(...error.diagnostics);
    return { outputs: [], diagnostics: found() };
  }
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'warning' };
}
