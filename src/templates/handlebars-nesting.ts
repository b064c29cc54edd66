/** Limits how deep a layout nests, because Handlebars calls itself once per level to parse, compile and render it. */

/** Far more than people write, and far less than the stack can take. */
export const MAX_NESTING = 250;

/** A comment, a tag that opens or closes a block, any other tag, a text in a tag, a parenthesis, the end of a tag. */
const TOKEN_RE = /\{\{~?!(?:--[^]*?--~?\}\}|[^}]*\}\})|\{\{\{?\{?~?\s*[#^/]?|"[^"{}]*"|'[^'{}]*'|[()]|\}\}/g;

/** The offset of the first block or parenthesis that is too deep; `undefined` if there is none. */
export function findTooDeep(text: string): number | undefined {
  let [blocks, parentheses, isInTag] = [0, 0, false];
  for (const { 0: token, index } of text.matchAll(TOKEN_RE)) {
    if (token.startsWith('{{')) {
      [parentheses, isInTag] = [0, !token.includes('!')];
      // {{^}} is an else, but far from as many as are too deep.
      if (token.endsWith('#') || (token.endsWith('^') && !text.startsWith('}}', index + token.length)))
        blocks++;
      else if (token.endsWith('/')) blocks--;
    } else if (token === '}}') isInTag = false;
    else if (isInTag && token === '(') parentheses++;
    else if (isInTag && token === ')') parentheses--;
    if (Math.max(blocks, parentheses) > MAX_NESTING) return index;
  }
  return undefined;
}
