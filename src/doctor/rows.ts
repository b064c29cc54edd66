/** The rows of the doctor's tables, and functions that find where they apply. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Site, SiteSurvey } from '../pipeline.ts';
import type { ReadyDeck } from '../types.ts';
import type { Difference, FilePosition } from './examination.ts';
import { toPosition } from './position.ts';

/** The site to examine, with everything that rows look at. */
export interface Subject {
  readonly site: Site;
  readonly survey: SiteSurvey;
  readonly decks: readonly ReadyDeck[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files of the pages that are skipped because of errors. */
  readonly leftOut: readonly string[];
  /** Whether the page at the root is a list of decks. */
  readonly hasList: boolean;
}

/** A position where a row applies; `undefined` if it is not in a file. */
export type OptionalPosition = FilePosition | undefined;

/** A difference that the doctor looks for. */
export interface Row {
  /** Stable, in kebab-case. */
  readonly id: string;
  readonly says: string;
  /** Finds where it applies. */
  readonly find: (subject: Subject) => readonly OptionalPosition[];
}

/** Finds the positions of diagnostics with one of these codes. */
export const finding =
  (...codes: readonly string[]): Row['find'] =>
  ({ diagnostics }) =>
    diagnostics.filter(({ code }) => codes.includes(code)).map(toPosition);

/** Finds the positions of findings of the survey. */
export const surveyed =
  (wanted: SiteSurvey['findings'][number]['kind']): Row['find'] =>
  ({ survey }) =>
    survey.findings.filter(({ kind }) => kind === wanted).map(({ position }) => position);

/** Finds the rows that apply to a site, with their first position. */
export function findApplying(rows: readonly Row[], subject: Subject): readonly Difference[] {
  return rows.flatMap(({ id, says, find }) => {
    const positions = find(subject);
    return positions.length === 0 ? [] : [{ id, says, count: positions.length, first: positions[0] }];
  });
}
