/** Limits the source of layouts: Handlebars calls itself once per level, and takes long to compile many tags. */
import type { TemplateProblem } from './handlebars-syntax.ts';

/** Far more than people write, and far less than the stack can take. */
const MAX_NESTING = 250;

/** Layouts with as many tags compile in some seconds. */
const MAX_TAGS = 20_000;

/** A comment, the start of a tag with what opens or closes a block, a text in a tag, a parenthesis, the end of a tag. */
const TOKEN_RE =
  /\{\{~?!(?:--[^]*?--~?\}\}|[^}]*\}\})|\{\{\{?\{?~?\s*(?:else\s+(?=[^\s~}])|[#^/])?|"[^"{}]*"|'[^'{}]*'|[()]|\}\}/g;

/** Finds the first place where a layout is too deep or too long; `undefined` if there is none. */
export function findExcess(text: string): TemplateProblem | undefined {
  // What each open block counts: an {{else if}} is one level more, and shares the {{/if}}.
  const blocks: number[] = [];
  let [depth, parentheses, tags, isInTag] = [0, 0, 0, false];
  const count = (token: string, after: string): void => {
    if (token.startsWith('{{')) {
      [parentheses, isInTag] = [0, !token.includes('!')];
      tags++;
      const mark = token.at(-1);
      // {{^}} is an else.
      const opens = mark === '#' || (mark === '^' && !after.startsWith('}'));
      if (opens) blocks.push(1);
      else if (token.includes('else')) blocks.push((blocks.pop() ?? 0) + 1);
      if (opens || token.includes('else')) depth++;
      if (mark === '/') depth -= blocks.pop() ?? 0;
    } else if (token === '}}') isInTag = false;
    else if (isInTag && token === '(') parentheses++;
    else if (isInTag && token === ')') parentheses--;
  };
  for (const { 0: token, index: offset } of text.matchAll(TOKEN_RE)) {
    count(token, text.slice(offset + token.length, offset + token.length + 1));
    if (Math.max(depth, parentheses) > MAX_NESTING) return { ...TOO_DEEP, offset };
    if (tags > MAX_TAGS) return { ...TOO_LONG, offset };
  }
  return undefined;
}

const TOO_DEEP = {
  message: `it is nested more than ${MAX_NESTING} levels deep`,
  hint: 'Move inner parts to partials of their own.',
};

const TOO_LONG = {
  message: `it has more than ${MAX_TAGS} tags`,
  hint: 'Repeat parts with {{#each}}, or move them to partials.',
};
