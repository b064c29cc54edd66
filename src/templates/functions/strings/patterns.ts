/** Regular expressions in templates, and their replacements. */
import { type Pattern, PatternError, type PatternMatch } from '../../../patterns.ts';
import { TemplateFailure } from '../../gotemplate/values.ts';
import type { TemplateHost } from '../../host.ts';

/**
 * Compiles a regular expression of a template.
 * @throws {TemplateFailure} if it is invalid
 */
export function readPattern(expression: string, { compilePattern }: TemplateHost): Pattern {
  try {
    return compilePattern(expression);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new TemplateFailure(
      error.message,
      'Use the syntax of Go, without lookahead and backreferences: https://github.com/google/re2/wiki/Syntax.',
    );
  }
}

const REFERENCE_RE = /\$(?:\$|(\w+)|\{(\w+)\})/g;

/** Expands the replacement of a match: `$1`, `${1}`, `${name}`, `$$`. As in Go, `$1x` is the group named `1x`. */
export function expandReplacement(replacement: string, match: PatternMatch): string {
  return replacement.replace(REFERENCE_RE, (_, plain?: string, braced?: string) => {
    const name = plain ?? braced;
    if (name === undefined) return '$';
    return /^\d+$/.test(name) ? (match.groups[Number(name)] ?? '') : match.named(name);
  });
}
