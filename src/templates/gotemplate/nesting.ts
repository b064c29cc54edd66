/** Limits how deep a template nests, because the parser and the evaluator call themselves once per level. */
import type { Token } from './lexer.ts';
import { SyntaxFailure } from './syntax-failure.ts';

/** Far more than people write, and far less than the stack can take. */
const MAX_NESTING = 250;

const OPENING: ReadonlySet<string> = new Set(['if', 'with', 'range', 'block', 'define']);

/**
 * Checks the parentheses and the blocks of a template.
 * @throws {SyntaxFailure} at the first one that is too deep
 */
export function checkNesting(tokens: readonly Token[]): void {
  let parentheses = 0;
  let depth = 0;
  // What each open block counts: an `{{ else if }}` is one level more, and shares the {{ end }}.
  const blocks: number[] = [];
  let isElse = false;
  for (const token of tokens) {
    if (token.kind === 'left-paren') parentheses++;
    else if (token.kind === 'right-paren') parentheses--;
    else if (token.kind === 'left-delimiter') [parentheses, isElse] = [0, false];
    else if (token.kind === 'keyword' && OPENING.has(token.text)) {
      depth++;
      if (isElse) blocks.push((blocks.pop() ?? 0) + 1);
      else blocks.push(1);
    } else if (token.kind === 'keyword' && token.text === 'else') isElse = true;
    else if (token.kind === 'keyword' && token.text === 'end') depth -= blocks.pop() ?? 0;
    if (Math.max(parentheses, depth) <= MAX_NESTING) continue;
    const hint = 'Move inner parts to variables, partials or definitions of their own.';
    throw new SyntaxFailure(token.offset, `nested more than ${MAX_NESTING} levels deep`, hint);
  }
}
