/** Faults that the build has reported as warnings, too: each is reported once, as a finding at the place of the warning. */
import { decodeEscapes } from '../decode-escapes.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import { type Diagnostic, offsetIn } from '../diagnostics.ts';
import type { PlacedFinding } from './findings.ts';
import type { CheckedDeck } from './types.ts';

/** Codes of warnings by those of findings about the same fault. */
const WARNING_CODES: Readonly<Partial<Record<DiagnosticCode, readonly DiagnosticCode[]>>> = {
  'formula-failed': ['math-invalid'],
  'image-broken': ['image-missing'],
  'timing-mismatch': ['attribute-value'],
  'request-failed': ['image-missing', 'media-missing', 'style-missing', 'script-missing'],
};

/** What is left to report. */
export interface Joined {
  readonly findings: readonly PlacedFinding[];
  /** The warnings that no finding is about. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * Joins findings with the warnings about the same faults. The build knows the line, and which name is near to a wrong
 * one; the browser knows the slide and the step.
 */
export function joinWarnings(
  findings: readonly PlacedFinding[],
  warnings: readonly Diagnostic[],
  decks: readonly CheckedDeck[],
): Joined {
  const reported = new Map<Diagnostic, CheckedDeck>();
  const byName = new Map(decks.map((deck) => [deck.name, deck]));
  const join = (finding: PlacedFinding): PlacedFinding => {
    const codes = WARNING_CODES[finding.code] ?? [];
    const deck = byName.get(finding.deck);
    if (!deck || codes.length === 0) return finding;
    const candidates = warnings.filter(({ code }) => codes.includes(code));
    const warning =
      findWarning(
        finding,
        candidates.filter((warning) => reported.get(warning) !== deck),
        deck,
      ) ??
      // Several slides may show the same line of a template.
      findWarning(
        finding,
        candidates.filter(({ file }) => !isPage(file, deck)),
        deck,
      );
    if (!warning) return finding;
    reported.set(warning, deck);
    const { file, line, column, frame, hint } = warning;
    return { ...finding, file, line, column, frame, hint, warning };
  };
  const joined = findings.map(join);
  return { findings: joined, warnings: warnings.filter((warning) => !reported.has(warning)) };
}

/** Drops findings about the same line of a file, such as a template of several decks; the first one is reported. */
export function dropRepeated(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const seen = new Set<Diagnostic>();
  return findings.filter(({ warning }) => {
    const isNew = !warning || !seen.has(warning);
    if (warning) seen.add(warning);
    return isNew;
  });
}

const isPage = (file: string, { rendered }: CheckedDeck): boolean =>
  rendered.deck.pages.some(({ source }) => source.path === file);

function findWarning(
  finding: PlacedFinding,
  warnings: readonly Diagnostic[],
  deck: CheckedDeck,
): Diagnostic | undefined {
  const same = warnings.filter((warning) => isAboutSame(finding, warning));
  const slide = deck.slides.find(({ number }) => number === finding.slide);
  const isOnSlide = ({ file, line, column }: Diagnostic): boolean => {
    if (!slide || file !== slide.file || line === 0) return false;
    const offset = offsetIn(deck.read(file), line, column);
    return offset >= slide.start && offset < slide.end;
  };
  return (
    same.find(isOnSlide) ??
    // What is in a template or a data file; a warning in a page belongs to one of its slides.
    same.find(({ file }) => !isPage(file, deck) && deck.rendered.usedFiles.includes(file)) ??
    // What is around the slides.
    (finding.slide === '' ? same.find(({ file }) => isPage(file, deck)) : undefined)
  );
}

/** Whether a finding and a warning name the same file; formulas of a slide are reported in the same order. */
function isAboutSame({ code, slide, message, measured }: PlacedFinding, warning: Diagnostic): boolean {
  if (code === 'formula-failed') return true;
  if (code === 'timing-mismatch') return slide !== '' && warning.message.startsWith('timing ');
  const [, written = ''] = /"([^"]+)"/.exec(warning.message) ?? [];
  const name = nameOf(written);
  const own = measured?.measure.place.searches ?? [/ (\/\S*) could not be loaded/.exec(message)?.[1] ?? ''];
  return name !== '' && own.some((address) => nameOf(address) === name);
}

/** The name of the file in an address. */
const nameOf = (address: string): string =>
  decodeEscapes(address.replace(/[?#].*$/s, ''))
    .replace(/\/$/, '')
    .replace(/^.*\//s, '');
