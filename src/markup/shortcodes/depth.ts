/** Limits how deep shortcodes are nested: each level is rendered inside the one around it, and the stack ends somewhere. */
import type { Finding } from '../../diagnostics.ts';
import type { TagToken } from './lexer.ts';
import type { MarkupNode, ShortcodeNode } from './nodes.ts';

/** Hugo has no limit of its own. */
const MAX_DEPTH = 250;

/** Removes shortcodes that are nested too deep. Returns the first of them; `undefined` if there is none. */
export function cutDeepNodes(roots: readonly MarkupNode[]): TagToken | undefined {
  let level = roots.filter(isShortcode);
  for (let depth = 1; depth < MAX_DEPTH && level.length > 0; depth++)
    level = level.flatMap(({ children }) => children.filter(isShortcode));
  const first = level.flatMap(({ children }) => children.filter(isShortcode))[0]?.tag;
  if (first)
    for (const node of level)
      Object.assign(node, { children: node.children.filter((child) => !isShortcode(child)) });
  return first;
}

const isShortcode = (node: MarkupNode): node is ShortcodeNode => node.kind === 'shortcode';

/** What to say of a shortcode that is nested too deep. */
export function tooDeep({ name }: TagToken): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'nesting-too-deep',
    message: `"${name}" is inside more than ${MAX_DEPTH} other shortcodes`,
    hint: 'Close the shortcodes around it.',
  };
}
