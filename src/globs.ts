/** Path patterns with Hugo's rules: `**` matches slashes everywhere, `*` does not. */
import { Pattern, PatternError } from './patterns.ts';

/** An escaped character, a character class, or any character. */
const TOKEN_RE = /\\.|\*+|\[!?[^\]]+\]|[\s\S]/g;

/** Compiles a pattern: `*`, `**`, `?`, `[a-z]`, `[!a-z]`, `{a,b}` and `\*`. Matching ignores case. */
export function createGlob(pattern: string): (text: string) => boolean {
  let depth = 0;
  const parts = (pattern.match(TOKEN_RE) ?? []).map((token) => {
    if (token === '{') depth++;
    else if (token === '}' && depth > 0) depth--;
    else return translate(token, depth > 0);
    return token === '{' ? '(?:' : ')';
  });
  const expression = compile(`^${parts.join('')}${')'.repeat(depth)}$`);
  return (text) => expression?.test(text) ?? false;
}

/**
 * Compiles an expression, whose matching never goes back in the text; `undefined` if it is invalid, as with the class
 * `[z-a]`, which matches nothing.
 */
function compile(source: string): Pattern | undefined {
  try {
    return new Pattern(`(?is)${source}`);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return undefined;
  }
}

function translate(token: string, isInBraces: boolean): string {
  if (token === '*') return '[^/]*';
  if (token.startsWith('*')) return '.*';
  if (token === '?') return '[^/]';
  if (token === ',' && isInBraces) return '|';
  if (token.length > 1 && token.startsWith('[')) {
    const [, not = '', characters = ''] = /^\[(!?)(.*)\]$/s.exec(token) ?? [];
    return `[${not && '^'}${characters.replace(/[\\[\]^]/g, '\\$&')}]`;
  }
  return (token.startsWith('\\') ? token.slice(1) : token).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
