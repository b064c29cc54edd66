/** Renders formulas with KaTeX at build time, as HTML and as MathML with the TeX source in it. */
import type { Finding } from '../diagnostics.ts';
import { loadKatex } from '../katex.ts';
import type { Katex } from '../types.ts';
import type { Environment } from './environment.ts';
import { escapeHtml } from '../escape-html.ts';

/** Reports a finding at the position of a formula. */
type ReportFinding = (finding: Omit<Finding, 'source' | 'offset'>) => void;

/** Renders a formula, as a block or inline. Errors are reported, and shown in its place. */
export type RenderMath = (tex: string, display: boolean, report?: ReportFinding) => string;

/**
 * Creates the formula renderer of a site. KaTeX, by default the one next to deckwright, is loaded with the first
 * formula, because most decks have none.
 */
export function createMath(load = (): Katex | undefined => loadKatex(import.meta.url)): RenderMath {
  let katex: { readonly package: Katex | undefined } | undefined;
  return (tex, displayMode, report) => {
    katex ??= { package: load() };
    if (!katex.package) {
      report?.(packageMissing);
      return `<code>${escapeHtml(tex)}</code>`;
    }
    const options = { displayMode, output: 'htmlAndMathml', trust: false, strict: false };
    try {
      return katex.package.renderToString(tex, { ...options, throwOnError: true });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      report?.(invalidFormula(error));
      // What exhausts the stack does so again.
      if (error instanceof RangeError) return `<code>${escapeHtml(tex)}</code>`;
      return katex.package.renderToString(tex, { ...options, throwOnError: false });
    }
  };
}

/** Creates a writer of formulas that resolves the shortcodes in them, and reports errors where the formula is. */
export function createMathWriter(
  math: RenderMath,
): (tex: string, display: boolean, environment: Environment) => string {
  return (tex, display, environment) => {
    environment.features.add('math');
    const { html } = environment.placeholders.resolve(tex.trim());
    return math(html, display, (finding) => environment.report(tex.trim(), finding));
  };
}

const packageMissing = {
  code: 'math-package-missing',
  severity: 'error',
  message: 'this deck has a formula, but KaTeX is not installed',
  hint: "Install it in the site's folder: npm install --save-dev katex",
} as const;

/** KaTeX's message without the position, which it marks with characters that terminals don't show. */
const PARSE_ERROR_RE = /^KaTeX parse error: (.*?)(?: at (?:position \d+|end of input):.*)?$/s;

/** KaTeX calls itself for each brace, so that its stack ends where they are nested too deep. */
const reasonOf = (error: Error): string =>
  error instanceof RangeError
    ? 'its braces are nested too deep'
    : (PARSE_ERROR_RE.exec(error.message)?.[1] ?? error.message);

function invalidFormula(error: Error): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'math-invalid',
    severity: 'warning',
    message: `this formula can't be rendered: ${reasonOf(error)}`,
    hint: 'Fix the formula. The supported commands are listed at https://katex.org/docs/supported.',
  };
}
