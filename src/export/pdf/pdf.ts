/** Exports decks as PDF: a page for each slide, or for each step, printed in one run so that its tags stay whole. */
import { eachDeck } from '../each-deck.ts';
import { exportDecks, type Exported } from '../open-export.ts';
import { outputFile, writeOutput } from '../output-files.ts';
import { exportDate } from '../export-date.ts';
import { fixUnits } from '../snapshot/fix-units.ts';
import { snapshotScript } from '../snapshot/snapshot-tools.ts';
import { type Snapshot, takeSnapshot } from '../snapshot/take-snapshot.ts';
import { withDocument } from '../snapshot/printed-document.ts';
import type { ExportDeck, ExportOptions, ExportResult, ExportRun, Size } from '../types.ts';
import { type DeckWalk, walkDeck } from '../walk-slides.ts';
import { listBookmarks } from './bookmarks.ts';
import { finishPdf } from './finish-pdf.ts';
import { loadPdfLibrary, PDF_PACKAGE, type PdfLibrary } from './load-pdf-lib.ts';
import { growPages, layOutPage, type NotesPlace, readNotes, writePage, writePageRules } from './pages.ts';
import { printPdf } from './print-pdf.ts';

/** Options of a PDF. */
export interface PdfOptions extends ExportOptions {
  /** Where notes are; without it, a PDF has none. */
  readonly notes?: NotesPlace;
}

/**
 * Writes a PDF for each deck.
 * @throws {DeckError} as `exportDecks`
 */
export function exportPdf(options: PdfOptions): Promise<ExportResult> {
  const needs = { command: 'deckwright export pdf', packages: ['playwright-core', PDF_PACKAGE] as const };
  return exportDecks(options, needs, (run) => {
    const library = loadPdfLibrary(run.open.root);
    return eachDeck(run, (deck) => exportDeck(run, deck, { library, options }));
  });
}

interface PdfRun {
  readonly library: PdfLibrary;
  readonly options: PdfOptions;
}

async function exportDeck(run: ExportRun, deck: ExportDeck, { library, options }: PdfRun): Promise<Exported> {
  const walk = await walkDeck(run, deck, {
    scripts: [snapshotScript],
    capture: takeSnapshot,
  });
  const { walked, facts, problems, warnings } = walk;
  run.step(`${deck.name}: printing ${walked.length} pages`);
  const { bytes: printed, sizes } = await printPages(run, deck, walk, options);
  const isEachStep = options.steps === true;
  const bytes = await finishPdf(library, printed, {
    facts,
    content: JSON.stringify([facts, walked.map(({ slide, step, facts }) => [slide, step, facts])]),
    date: exportDate(deck),
    sizes,
    bookmarks: listBookmarks(walked),
    annotations: walked.map((one) => {
      const notes =
        options.notes === 'annotations' && one.facts ? readNotes(one.facts, one.step, isEachStep) : [];
      return notes.map(({ text }) => text).join('\n\n');
    }),
  });
  const file = outputFile(deck, '.pdf', { output: options.output, decks: run.decks.length });
  return {
    files: [writeOutput(file, bytes)],
    problems,
    warnings,
    slides: new Set(walked.map(({ slide }) => slide)).size,
  };
}

/** Pages as the browser has printed them, and their sizes in pixels. */
interface PrintedPages {
  readonly bytes: Uint8Array;
  readonly sizes: readonly Size[];
}

async function printPages(
  run: ExportRun,
  deck: ExportDeck,
  { walked, facts }: DeckWalk<Snapshot>,
  { notes, steps = false }: PdfOptions,
): Promise<PrintedPages> {
  const layout = layOutPage(facts.size, notes);
  const body = walked.map((one, index) =>
    writePage(one, {
      isFirst: walked[index - 1]?.slide !== one.slide,
      hasNotes: layout.notes !== undefined,
      isEachStep: steps,
    }),
  );
  const printed = {
    title: facts.title,
    language: facts.language,
    snapshots: walked.flatMap(({ made }) => made ?? []),
    css: writePageRules(layout, facts.size),
    body: body.join('\n'),
    size: layout.page,
    pages: walked.length,
  };
  return withDocument(run, deck, printed, async (page) => {
    // A page with notes is larger than the slide, whose lengths in shares of the window stay those of the slide.
    if (layout.notes) await page.evaluate(fixUnits, facts.size);
    const sizes = await page.evaluate(growPages);
    return { bytes: await printPdf(page, deck, walked.length, { preferCSSPageSize: true }), sizes };
  });
}
