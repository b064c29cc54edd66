/** What a reader sees of a text in a line, without its markup. */
import type { Token } from 'markdown-it';

/** Inline tokens with those of the descriptions of images, each image in front of its own and behind them. */
export function inReadingOrder(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) =>
    token.type === 'image' ? [token, ...inReadingOrder(token.children ?? []), token] : [token],
  );
}

/** The words of inline tokens. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'text' || type === 'code_inline' || type === 'math' || type === 'emoji') return content;
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      return children ? plainText(children) : '';
    })
    .join('');
}
