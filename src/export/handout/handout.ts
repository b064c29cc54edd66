/** Exports decks as handouts: a PDF on paper, with the notes of the slides or lines to write on. */
import type { Page } from 'playwright-core';
import { eachDeck } from '../each-deck.ts';
import { exportDate } from '../export-date.ts';
import { exportDecks, type Exported } from '../open-export.ts';
import { outputFile, writeOutput } from '../output-files.ts';
import { listBookmarks, type Bookmark } from '../pdf/bookmarks.ts';
import { finishPdf } from '../pdf/finish-pdf.ts';
import { loadPdfLibrary, PDF_PACKAGE, type PdfLibrary } from '../pdf/load-pdf-lib.ts';
import { printPdf } from '../pdf/print-pdf.ts';
import { fixUnits } from '../snapshot/fix-units.ts';
import { withDocument } from '../snapshot/printed-document.ts';
import { snapshotScript } from '../snapshot/snapshot-tools.ts';
import { type Snapshot, takeSnapshot } from '../snapshot/take-snapshot.ts';
import type { ExportDeck, ExportOptions, ExportResult, ExportRun } from '../types.ts';
import { type DeckWalk, walkDeck } from '../walk-slides.ts';
import {
  defaultPlace,
  type HandoutLayout,
  type HandoutNotesPlace,
  type HandoutStyle,
  layOutHandout,
  type PaperName,
  type SlidesPerPage,
} from './layout.ts';
import { type PaperPlan, paperScript, type PaperTools } from './paper-tools.ts';
import { writeFooter, writeSheet, writeSheetRules } from './sheet.ts';

/** Options of a handout. */
export interface HandoutOptions extends Omit<ExportOptions, 'steps'> {
  /** `a4` by default. */
  readonly paper?: PaperName;
  /** 3 by default. */
  readonly perPage?: SlidesPerPage;
  /** Where notes are; by default, where they have most room. */
  readonly notes?: HandoutNotesPlace;
}

declare const deckPaper: PaperTools;

/**
 * Writes a handout for each deck.
 * @throws {DeckError} as `exportDecks`
 */
export function exportHandout(options: HandoutOptions): Promise<ExportResult> {
  const { paper = 'a4', perPage = 3, notes = defaultPlace(perPage) } = options;
  const needs = { command: 'deckwright export handout', packages: ['playwright-core', PDF_PACKAGE] as const };
  return exportDecks(options, needs, (run) => {
    const library = loadPdfLibrary(run.open.root);
    return eachDeck(run, (deck) => exportDeck(run, deck, library, { paper, perPage, notes }));
  });
}

async function exportDeck(
  run: ExportRun,
  deck: ExportDeck,
  library: PdfLibrary,
  style: HandoutStyle,
): Promise<Exported> {
  const walk = await walkDeck(run, deck, { scripts: [snapshotScript], capture: takeSnapshot });
  const { walked, facts, problems, warnings } = walk;
  run.step(`${deck.name}: printing`);
  const layout = layOutHandout(facts.size, style);
  const { bytes: printed, plan } = await printHandout(run, deck, walk, { layout, style });
  const bytes = await finishPdf(library, printed, {
    facts,
    content: JSON.stringify([style, facts, walked.map(({ slide, facts }) => [slide, facts])]),
    date: exportDate(deck),
    sizes: Array.from({ length: plan.pages }, () => layout.paper),
    bookmarks: placeBookmarks(listBookmarks(walked), plan),
    annotations: [],
  });
  const place = { output: run.options.output, decks: run.decks.length };
  const file = outputFile({ fileName: `${deck.fileName}-handout` }, '.pdf', place);
  return { files: [writeOutput(file, bytes)], problems, warnings, slides: walked.length };
}

/** A handout as the browser has printed it. */
interface PrintedHandout {
  readonly bytes: Uint8Array;
  readonly plan: PaperPlan;
}

function printHandout(
  run: ExportRun,
  deck: ExportDeck,
  { walked, facts }: DeckWalk<Snapshot>,
  { layout, style }: { readonly layout: HandoutLayout; readonly style: HandoutStyle },
): Promise<PrintedHandout> {
  const { paper, scale } = layout;
  const printed = {
    title: facts.title,
    language: facts.language,
    snapshots: walked.flatMap(({ made }) => made ?? []),
    css: writeSheetRules(layout, facts.size, style.notes),
    body: writeSheet(walked, layout, writeFooter(facts, exportDate(deck))),
    size: facts.size,
    pages: walked.length,
  };
  return withDocument(run, deck, printed, async (page) => {
    await page.evaluate(fixUnits, facts.size);
    const plan = await paginate(page, layout.rowHeight);
    const options = { width: `${paper.width}px`, height: `${paper.height}px`, scale };
    return { bytes: await printPdf(page, deck, plan.pages, options), plan };
  });
}

async function paginate(page: Page, rowHeight: number): Promise<PaperPlan> {
  await page.evaluate(paperScript);
  return page.evaluate((height) => deckPaper.paginate(height), rowHeight);
}

/** Bookmarks with the pages of their slides, which are counted from 0 before. */
const placeBookmarks = (bookmarks: readonly Bookmark[], plan: PaperPlan): readonly Bookmark[] =>
  bookmarks.map(({ title, page, children }) => ({
    title,
    page: plan.slides[page] ?? 0,
    children: placeBookmarks(children, plan),
  }));
