/** A baseline: findings that were there before, and are not reported again. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import type { CheckFinding } from './check-finding.ts';

/** How often each finding was there, by its fingerprint. */
export type Baseline = ReadonlyMap<string, number>;

/** Findings compared with a baseline. */
export interface Compared<Finding> {
  /** Findings that are not in the baseline. */
  readonly fresh: readonly Finding[];
  /** How many findings are in the baseline. */
  readonly known: number;
  /** How many findings of the baseline are gone. */
  readonly gone: number;
}

/** The content of the file. */
interface BaselineFile {
  readonly version: 1;
  readonly findings: Readonly<Record<string, number>>;
}

/**
 * Reads a baseline.
 * @throws {DeckError} if the file is missing or is no baseline
 */
export function readBaseline(file: string): Baseline {
  if (!existsSync(file))
    throw problem('baseline-missing', file, 'does not exist', 'Create it with --update-baseline.');
  const content = parse(readFileSync(file, 'utf8'));
  if (!content)
    throw problem('baseline-invalid', file, 'is no baseline', 'Write it again with --update-baseline.');
  return new Map(Object.entries(content.findings));
}

/** Writes findings as a baseline, sorted, so that a change is a small difference. */
export function writeBaseline(file: string, findings: readonly Pick<CheckFinding, 'fingerprint'>[]): void {
  const counts = [...countFingerprints(findings)].sort(([a], [b]) => (a < b ? -1 : 1));
  const content: BaselineFile = { version: 1, findings: Object.fromEntries(counts) };
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
}

/** Compares findings with a baseline: of several that are alike, as many are known as it has. */
export function compareFindings<Finding extends Pick<CheckFinding, 'fingerprint'>>(
  findings: readonly Finding[],
  baseline: Baseline,
): Compared<Finding> {
  const left = new Map(baseline);
  const fresh = findings.filter(({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0;
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { fresh, known: findings.length - fresh.length, gone };
}

function countFingerprints(
  findings: readonly Pick<CheckFinding, 'fingerprint'>[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { fingerprint } of findings) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}

function parse(text: string): BaselineFile | undefined {
  try {
    const content = JSON.parse(text) as unknown;
    return isBaseline(content) ? content : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isBaseline(content: unknown): content is BaselineFile {
  if (typeof content !== 'object' || content === null || !('version' in content) || !('findings' in content))
    return false;
  const { version, findings } = content;
  if (version !== 1 || typeof findings !== 'object' || findings === null) return false;
  return Object.values(findings).every((count) => Number.isInteger(count) && count > 0);
}

function problem(
  code: 'baseline-missing' | 'baseline-invalid',
  file: string,
  what: string,
  hint: string,
): DeckError {
  return new DeckError([createDiagnostic({ code, message: `the baseline ${file} ${what}`, hint })]);
}
