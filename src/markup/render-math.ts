/** Formulas, set by KaTeX while the deck is built: the reader gets HTML for the eye, MathML, and the TeX source in it. */
import type { Finding } from '../diagnostics.ts';
import { loadKatex } from '../katex.ts';
import type { Katex } from '../types.ts';
import type { Environment } from './environment.ts';
import { escapeHtml } from '../escape-html.ts';

/** Reports a finding at the place of a formula. */
type ReportFinding = (finding: Omit<Finding, 'source' | 'offset'>) => void;

/** Sets a formula: on a line of its own, or in a line of text. What is wrong in it is said, and shown in its place. */
export type RenderMath = (tex: string, display: boolean, report?: ReportFinding) => string;

/** Formulas for one site. KaTeX, by default the one beside us, is loaded with the first of them, because most decks have none. */
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
      return katex.package.renderToString(tex, { ...options, throwOnError: false });
    }
  };
}

/** Sets the formulas of a text: shortcodes in them are put in place, and what is wrong is reported there. */
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
  message: 'there is a formula in this deck, but KaTeX, which sets it, is not installed',
  hint: 'Install it in the folder of the site: npm install --save-dev katex',
} as const;

/** What KaTeX says without the place, which it draws with marks that a terminal does not show. */
const PARSE_ERROR_RE = /^KaTeX parse error: (.*?)(?: at (?:position \d+|end of input):.*)?$/s;

function invalidFormula(error: Error): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'math-invalid',
    severity: 'warning',
    message: `this formula can't be set: ${PARSE_ERROR_RE.exec(error.message)?.[1] ?? error.message}`,
    hint: 'Mend the formula; KaTeX knows the commands on https://katex.org/docs/supported.',
  };
}
