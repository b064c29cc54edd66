/** The visible text of inline Markdown, without its markup. */
import type { Token } from 'markdown-it';

/** Lists inline tokens with those of image descriptions; each image comes both before and after its own. */
export function inReadingOrder(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ type }) => type === 'image')) return tokens;
  return tokens.flatMap((token) =>
    token.type === 'image' ? [token, ...inReadingOrder(token.children ?? []), token] : [token],
  );
}

/** The text of inline tokens. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'text' || type === 'code_inline' || type === 'math' || type === 'emoji') return content;
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      return children ? plainText(children) : '';
    })
    .join('');
}
