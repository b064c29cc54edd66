/** Patterns on paths as Hugo reads them: `**` reaches over slashes wherever it stands, `*` does not. */

/** An escaped sign, a class of signs, or a sign alone. */
const TOKEN_RE = /\\.|\*+|\[!?[^\]]+\]|[\s\S]/g;

/** Makes a test of a pattern: `*`, `**`, `?`, `[a-z]`, `[!a-z]`, `{a,b}` and `\*`. Upper and lower case are the same. */
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

/** A class may be in the wrong order, `[z-a]`: no sign is in it. */
function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'isu');
  } catch {
    return undefined;
  }
}

function translate(token: string, isInBraces: boolean): string {
  if (token === '*') return '[^/]*';
  if (token.startsWith('*')) return '.*';
  if (token === '?') return '[^/]';
  if (token === ',' && isInBraces) return '|';
  if (token.length > 1 && token.startsWith('[')) {
    const [, not = '', signs = ''] = /^\[(!?)(.*)\]$/s.exec(token) ?? [];
    return `[${not && '^'}${signs.replace(/[\\[\]^]/g, '\\$&')}]`;
  }
  return (token.startsWith('\\') ? token.slice(1) : token).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
