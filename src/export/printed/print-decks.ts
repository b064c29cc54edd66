/** Prints the decks of a build that ask for it: a PDF with `download`, a picture of the first slide with `og`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from '../../browser/find-browser.ts';
import { requirePackages } from '../../browser/load-packages.ts';
import type { Printed } from '../../bundle/make-site.ts';
import type { OptionalPackage } from '../../bundle/package-folder.ts';
import type { DeckwrightOptions, OpenSite } from '../../bundle/open-site.ts';
import { deckName } from '../../deck-name.ts';
import { createDiagnostic, DeckError, type Diagnostic } from '../../diagnostics.ts';
import { countOf } from '../../count-of.ts';
import type { Deck, PrintedFiles, PublishedAsset, ReadyDeck, SiteConfig } from '../../types.ts';
import { fileNameOf } from '../choose-decks.ts';
import { exportImages } from '../images/images.ts';
import { exportPdf } from '../pdf/pdf.ts';
import { outputFile, outputFolder, type OutputPlace } from '../output-files.ts';
import type { ExportOptions, ExportResult } from '../types.ts';

/** The width of pictures for other sites, in pixels: what the large ones show. */
const CARD_WIDTH = 1200;

/** A kind of file that is printed. */
interface PrintKind {
  readonly key: keyof PrintedFiles;
  /** In messages: `the PDF`. */
  readonly name: string;
  readonly extension: string;
  readonly packages: readonly OptionalPackage[];
  isWanted(this: void, deck: ReadyDeck): boolean;
  /** The file of a deck, or the folder that it is in. */
  place(this: void, fileName: string, output: OutputPlace): string;
  run(this: void, options: ExportOptions): Promise<ExportResult>;
}

const kinds: readonly PrintKind[] = [
  {
    key: 'pdf',
    name: 'PDF',
    extension: '.pdf',
    packages: ['playwright-core', '@cantoo/pdf-lib'],
    isWanted: ({ rendered }) => rendered.params.download,
    place: (fileName, output) => outputFile({ fileName }, '.pdf', output),
    run: exportPdf,
  },
  {
    key: 'card',
    name: 'picture',
    extension: '.png',
    packages: ['playwright-core'],
    isWanted: ({ rendered }) => rendered.params.og,
    place: (fileName, output) => outputFolder({ fileName }, output),
    run: (options) => exportImages({ ...options, range: '1', width: CARD_WIDTH, format: 'png' }),
  },
];

/** What is printed. */
interface PrintJob {
  readonly decks: readonly ReadyDeck[];
  /** Called before a browser starts. */
  readonly onStart: () => void;
}

/** Prints the decks of a site, from a build of its own at the root of a server. */
export async function printDecks(
  options: DeckwrightOptions,
  { root, site }: OpenSite,
  { decks, onStart }: PrintJob,
): Promise<Printed> {
  const assets: PublishedAsset[] = [];
  const ofDecks = new Map<string, PrintedFiles>();
  const warnings: Diagnostic[] = [];
  const refusals: Refusal[] = [];
  for (const kind of kinds) {
    const wanted = decks.filter(kind.isWanted);
    if (wanted.length === 0) continue;
    const reason = findReason(kind, root, site.config);
    if (reason) {
      refusals.push({ what: `${kind.name} of ${countOf(wanted.length, 'deck')}`, reason });
      continue;
    }
    onStart();
    const made = await printAll(kind, wanted, options);
    warnings.push(...made.warnings);
    for (const { deck, bytes } of made.files) {
      const file = path.posix.join(path.posix.dirname(deck.outputPath), fileNameOf(deck) + kind.extension);
      assets.push({ path: file, bytes });
      ofDecks.set(deck.outputPath, { ...ofDecks.get(deck.outputPath), [kind.key]: file });
    }
  }
  return { assets, ofDecks, warnings: [...reportRefusals(refusals), ...warnings] };
}

/** Files that can't be printed. */
interface Refusal {
  /** `PDF of 2 decks` */
  readonly what: string;
  readonly reason: Reason;
}

type Reason = Pick<Diagnostic, 'message' | 'hint'>;

/** Why files of a kind can't be printed: other sites could not find them, a package is missing, there is no browser. */
function findReason({ key, packages }: PrintKind, root: string, { baseURL }: SiteConfig): Reason | undefined {
  if (key === 'card' && !URL.canParse(baseURL))
    return {
      message: 'baseURL has no host',
      hint: 'Set baseURL to where the site is published, such as https://example.org/talks/: other sites need the whole address of a picture.',
    };
  try {
    requirePackages(packages, root, 'printing');
    findBrowser();
    return undefined;
  } catch (error) {
    const [reason] = error instanceof DeckError ? error.diagnostics : [];
    if (!reason) throw error;
    return reason;
  }
}

/** One warning for each reason. */
function reportRefusals(refusals: readonly Refusal[]): readonly Diagnostic[] {
  const reasons = new Map(refusals.map(({ reason }) => [reason.message, reason]));
  return [...reasons.values()].map(({ message, hint }) => {
    const what = refusals.filter(({ reason }) => reason.message === message).map((one) => one.what);
    return createDiagnostic({
      code: 'print-unavailable',
      severity: 'warning',
      message: `no ${what.join(' and no ')} is published: ${message}`,
      hint,
    });
  });
}

interface PrintedDecks {
  readonly files: readonly { readonly deck: Deck; readonly bytes: Uint8Array }[];
  readonly warnings: readonly Diagnostic[];
}

async function printAll(
  { run, place }: PrintKind,
  wanted: readonly ReadyDeck[],
  options: DeckwrightOptions,
): Promise<PrintedDecks> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deckwright-print-'));
  const decks = wanted.map(({ rendered }) => rendered.deck);
  try {
    const output = `${folder}${path.sep}`;
    const { files, problems, warnings } = await run({ ...options, decks: decks.map(deckName), output });
    return {
      files: decks.flatMap((deck) => {
        const own = place(fileNameOf(deck), { output, decks: decks.length });
        const found = files.find((file) => file.path === own || file.path.startsWith(own + path.sep));
        return found ? [{ deck, bytes: readFileSync(found.path) }] : [];
      }),
      warnings: [
        ...problems.map((problem): Diagnostic => ({ ...problem, severity: 'warning' })),
        // Those of the site itself are reported by the build.
        ...warnings.filter(({ code }) => /^(?:slide-late|(?:slide|deck)-incomplete)$/.test(code)),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
