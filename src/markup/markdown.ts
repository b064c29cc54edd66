/** Markdown as Hugo's Goldmark renders it: markdown-it with one file per rule, in the order of this list. */
import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import type { MarkupConfig } from '../types.ts';
import { createMath, type RenderMath } from './render-math.ts';
import { createMermaid, type RenderMermaid } from './render-mermaid.ts';
import { bareBullets } from './rules/bare-bullets.ts';
import { blankLines } from './rules/blank-lines.ts';
import { blockAttributes } from './rules/block-attributes.ts';
import { brokenTags } from './rules/broken-tags.ts';
import { code } from './rules/code.ts';
import { comments } from './rules/comments.ts';
import { definitionLists } from './rules/definition-lists.ts';
import { emoji } from './rules/emoji.ts';
import { inlineExtras } from './rules/inline-extras.ts';
import { footnoteChecks } from './rules/footnote-checks.ts';
import { footnotes } from './rules/footnotes.ts';
import { headingAttributes } from './rules/heading-attributes.ts';
import { headingByBreak } from './rules/heading-by-break.ts';
import { headingIds } from './rules/heading-ids.ts';
import { images } from './rules/images.ts';
import { lineBreaks } from './rules/line-breaks.ts';
import { linkify } from './rules/linkify.ts';
import { links } from './rules/links.ts';
import { passthrough } from './rules/passthrough.ts';
import { quotes } from './rules/quotes.ts';
import { rawHtml } from './rules/raw-html.ts';
import { renderHooks } from './rules/render-hooks.ts';
import { shortcodeBlocks } from './rules/shortcode-blocks.ts';
import { sourceLines } from './rules/source-lines.ts';
import { strikethrough } from './rules/strikethrough.ts';
import { tables } from './rules/tables.ts';
import { tasks } from './rules/tasks.ts';
import { unsafeAttributes } from './rules/unsafe-attributes.ts';
import { typographer } from './rules/typographer.ts';

/** Adds the rules of one Markdown construct to the parser. */
type MarkdownRule = (markdown: MarkdownIt, config: MarkupConfig, services: MarkdownServices) => void;

/** Renderers of formulas and diagrams. */
export interface MarkdownServices {
  readonly math: RenderMath;
  readonly mermaid: RenderMermaid;
}

const rules: readonly MarkdownRule[] = [
  sourceLines,
  comments,
  rawHtml,
  passthrough,
  links,
  linkify,
  brokenTags,
  bareBullets,
  strikethrough,
  inlineExtras,
  typographer,
  quotes,
  emoji,
  lineBreaks,
  tables,
  definitionLists,
  footnotes,
  footnoteChecks,
  tasks,
  blankLines,
  blockAttributes,
  headingAttributes,
  unsafeAttributes,
  headingIds,
  images,
  code,
  shortcodeBlocks,
  headingByBreak,
  renderHooks,
];

/** Creates the Markdown parser of a site. It keeps no state between texts: that is in the environment. */
export function createMarkdown(
  config: MarkupConfig,
  { math = createMath(), mermaid = createMermaid() }: Partial<MarkdownServices> = {},
): MarkdownIt {
  const markdown = createMarkdownIt({
    html: true,
    typographer: config.typographer !== undefined,
    breaks: config.hardWraps,
    xhtmlOut: config.xhtml,
  });
  for (const rule of rules) rule(markdown, config, { math, mermaid });
  return markdown;
}
