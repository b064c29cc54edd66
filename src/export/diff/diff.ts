/** Shows what has changed on the slides of a site since a revision of git: `deckwright diff main`. */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openAtRoot } from '../../bundle/open-site.ts';
import { selectDecks } from '../../bundle/select-decks.ts';
import { deckName } from '../../deck-name.ts';
import { DeckError } from '../../diagnostics.ts';
import { writeOutput } from '../output-files.ts';
import type { ExportOptions, ExportResult, WrittenFile } from '../types.ts';
import { compareStates, type DeckChanges, type SlideChange, type StepChange } from './compare-decks.ts';
import { countChanges } from './describe.ts';
import { type DiffFacts, type PicturePaths, writePage } from './page.ts';
import { readRevision, type Revision } from './revision.ts';
import { writeSummary } from './summary.ts';
import { NO_STATE, type SiteState, takeState } from './take-state.ts';

/** Options of a comparison. */
export interface DiffOptions extends Omit<ExportOptions, 'all' | 'range'> {
  /** A branch, tag or commit. */
  readonly ref: string;
}

/** The result of a comparison. */
export interface DiffResult extends ExportResult {
  /** Decks with their changes, those without changes too. */
  readonly changes: readonly DeckChanges[];
  /** The changes in words: `2 slides changed, 1 added`. */
  readonly summary: string;
}

/** Where a comparison is written by default. */
const FOLDER = 'deck-diff';

/**
 * Compares the slides of today with those of a revision, and writes a page, a summary and pictures to a folder.
 * @throws {DeckError} as `exportDecks`, if there is no such revision, and if a deck that is named does not exist
 */
export async function exportDiff({ ref, ...options }: DiffOptions): Promise<DiffResult> {
  const startedAt = performance.now();
  const step = options.onStep ?? (() => undefined);
  const { root, site } = openAtRoot(options);
  const named = options.decks ?? [];
  const wanted = new Set(selectDecks(site.decks, named, root).map(deckName));
  const isWanted = (name: string): boolean => named.length === 0 || wanted.has(name);
  step(`reading ${ref}`);
  const revision = readRevision(root, ref);
  try {
    const before = await takeFormer(revision, { ref, ...options }, isWanted);
    const after = await takeState({ ...options, source: root }, isWanted);
    const problems = [...before.problems, ...after.problems];
    step('comparing');
    const { hash, subject } = revision;
    const decks = compareStates(before, after);
    const files = writeDiff({ ref, hash, subject, decks }, path.resolve(options.output ?? FOLDER));
    return {
      files,
      problems,
      warnings: [],
      changes: decks,
      summary: countChanges(decks),
      decks: decks.length,
      slides: decks.reduce((sum, { changes, same }) => sum + changes.length + same, 0),
      milliseconds: performance.now() - startedAt,
    };
  } finally {
    revision.remove();
  }
}

async function takeFormer(
  { folder, hash }: Revision,
  { ref, ...options }: DiffOptions,
  isWanted: (name: string) => boolean,
): Promise<SiteState> {
  if (folder === undefined) return NO_STATE;
  const named = `${ref} (${hash})`;
  const onStep = (one: string): void => options.onStep?.(`${named}: ${one}`);
  try {
    const state = await takeState({ ...options, source: folder, onStep }, isWanted);
    return {
      ...state,
      problems: state.problems.map((one) => ({ ...one, message: `${named}: ${one.message}` })),
    };
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    throw new DeckError(error.diagnostics.map((one) => ({ ...one, message: `${named}: ${one.message}` })));
  }
}

/** The folder of the pictures, which a later comparison replaces. */
const PICTURES = 'slides';

function writeDiff(facts: DiffFacts, folder: string): readonly WrittenFile[] {
  // Only what is known to be a comparison is replaced.
  if (existsSync(path.join(folder, 'summary.md')) && existsSync(path.join(folder, 'index.html')))
    rmSync(path.join(folder, PICTURES), { recursive: true, force: true });
  const files: WrittenFile[] = [];
  const paths = new Map<StepChange, PicturePaths>();
  const write = (name: string, bytes: Uint8Array | undefined): string | undefined => {
    if (bytes) files.push(writeOutput(path.join(folder, ...name.split('/')), bytes));
    return bytes && name;
  };
  for (const { fileName, changes } of facts.decks)
    for (const change of changes)
      for (const step of change.steps) {
        const name = `${PICTURES}/${fileName}/${pictureName(change, step)}`;
        paths.set(step, {
          before: write(`${name}-before.png`, step.before),
          after: write(`${name}-after.png`, step.after),
          marked: write(`${name}-marked.png`, step.difference?.marked),
        });
      }
  const page = writePage(facts, (step) => paths.get(step) ?? NO_PICTURES);
  return [
    writeOutput(path.join(folder, 'index.html'), page),
    writeOutput(path.join(folder, 'summary.md'), writeSummary(facts)),
    ...files,
  ];
}

const NO_PICTURES: PicturePaths = { before: undefined, after: undefined, marked: undefined };

/** `3.2`, or `removed-3.2`, with its step if there are several. */
function pictureName({ kind, before, after }: SlideChange, { step }: StepChange): string {
  const slide = kind === 'removed' ? `removed-${before?.number}` : `${after?.number}`;
  const hasSteps = Math.max(before?.pictures.length ?? 0, after?.pictures.length ?? 0) > 1;
  return hasSteps ? `${slide}-step-${step + 1}` : slide;
}
