/** Renders formulas with KaTeX at build time, as HTML and as MathML with the TeX source in it. */
import { callPackage, type PackageFailure } from '../call-package.ts';
import type { Finding } from '../diagnostics.ts';
import { loadKatex } from '../katex.ts';
import type { Delimiters, Katex } from '../types.ts';
import type { Environment } from './environment.ts';
import { escapeHtml } from '../escape-html.ts';

/** Reports a finding at the position of a formula. */
type ReportFinding = (finding: MathFinding) => void;

/** Renders a formula, as a block or inline. Errors are reported, and shown in its place. */
export type RenderMath = (tex: string, display: boolean, report?: ReportFinding) => string;

/**
 * Creates the formula renderer of a site. KaTeX, by default the one next to deckwright, is loaded with the first
 * formula, because most decks have none.
 */
export function createMath(load = (): Katex | undefined => loadKatex(import.meta.url)): RenderMath {
  let loaded: { readonly katex: Katex } | { readonly finding: MathFinding } | undefined;
  return (tex, displayMode, report) => {
    const source = `<code>${escapeHtml(tex)}</code>`;
    loaded ??= callPackage(
      () => asLoaded(load()),
      ({ reason }) => ({ finding: packageBroken(reason) }),
    );
    if ('finding' in loaded) {
      report?.(loaded.finding);
      return source;
    }
    if (tex.length > MAX_LENGTH) {
      report?.(tooLong);
      return source;
    }
    const { katex } = loaded;
    const options = { displayMode, output: 'htmlAndMathml', trust: false, strict: false };
    return callPackage(
      () => katex.renderToString(tex, { ...options, throwOnError: true }),
      (failure) => {
        report?.(invalidFormula(failure));
        // What exhausts the stack does so again.
        if (failure.exhausted) return source;
        return callPackage(
          () => katex.renderToString(tex, { ...options, throwOnError: false }),
          () => source,
        );
      },
    );
  };
}

/** The longest formula that is rendered, in UTF-16 code units: KaTeX takes the square of its length. */
const MAX_LENGTH = 10_000;

type MathFinding = Omit<Finding, 'source' | 'offset'>;

function asLoaded(katex: Katex | undefined): { readonly katex: Katex } | { readonly finding: MathFinding } {
  if (!katex) return { finding: packageMissing };
  if (typeof katex.renderToString === 'function') return { katex };
  return { finding: packageBroken('it has no function renderToString') };
}

/** A formula in a text. */
export interface WrittenFormula {
  readonly tex: string;
  readonly display: boolean;
  /** The delimiters around it: a formula of one letter is found with them alone. */
  readonly delimiters?: Delimiters;
}

/** Creates a writer of formulas that resolves the shortcodes in them, and reports errors where the formula is. */
export function createMathWriter(
  math: RenderMath,
): (formula: WrittenFormula, environment: Environment) => string {
  return ({ tex, display, delimiters: [open, close] = ['', ''] }, environment) => {
    environment.features.add('math');
    const trimmed = tex.trim();
    const { html } = environment.placeholders.resolve(trimmed);
    const words = open === '' ? trimmed : `${open}${tex}${close}`;
    return math(html, display, (finding) =>
      environment.report(words, finding, words.indexOf(trimmed, open.length)),
    );
  };
}

const packageMissing = {
  code: 'math-package-missing',
  severity: 'error',
  message: 'this deck has a formula, but KaTeX is not installed',
  hint: "Install it in the site's folder: npm install --save-dev katex",
} as const;

const tooLong: MathFinding = {
  code: 'math-invalid',
  severity: 'warning',
  message: `this formula can't be rendered: it is longer than ${MAX_LENGTH} characters`,
  hint: 'Split it into several formulas.',
};

const packageBroken = (reason: string): MathFinding => ({
  code: 'package-broken',
  message: `this deck has a formula, but KaTeX can't be loaded: ${reason}`,
  hint: "Install it again in the site's folder: npm install --save-dev katex",
});

/** KaTeX's message without the position, which it marks with characters that terminals don't show. */
const PARSE_ERROR_RE = /^KaTeX parse error: (.*?)(?: at (?:position \d+|end of input):.*)?$/s;

/** KaTeX calls itself for each brace, so that its stack ends where they are nested too deep. */
function reasonOf({ error, exhausted, reason }: PackageFailure): string {
  if (exhausted === 'stack') return 'its braces are nested too deep';
  const message = error instanceof Error ? error.message : reason;
  return PARSE_ERROR_RE.exec(message)?.[1] ?? message;
}

function invalidFormula(failure: PackageFailure): MathFinding {
  return {
    code: 'math-invalid',
    severity: 'warning',
    message: `this formula can't be rendered: ${reasonOf(failure)}`,
    hint: 'Fix the formula. The supported commands are listed at https://katex.org/docs/supported.',
  };
}
