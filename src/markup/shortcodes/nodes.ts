/** The nodes of a page before its shortcodes run. */
import type { Shortcode } from '../../types.ts';
import type { EscapedToken, TagToken, TextToken } from './lexer.ts';

/** A shortcode with its content. */
export interface ShortcodeNode {
  readonly kind: 'shortcode';
  readonly shortcode: Shortcode;
  readonly tag: TagToken;
  readonly children: readonly MarkupNode[];
}

export type MarkupNode = TextToken | EscapedToken | ShortcodeNode;

/** An opening tag whose closing tag has not been read yet. */
export interface OpenNode {
  readonly shortcode: Shortcode;
  readonly tag: TagToken;
  readonly children: MarkupNode[];
}

/** Closes a shortcode. */
export function closeNode({ shortcode, tag }: OpenNode, children: readonly MarkupNode[]): ShortcodeNode {
  return { kind: 'shortcode', shortcode, tag, children };
}
