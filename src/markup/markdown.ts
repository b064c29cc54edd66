/** Markdown as Hugo's Goldmark reads and writes it: markdown-it with one rule a file, in the order of this list. */
import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import deflist from 'markdown-it-deflist';
import type { MarkupConfig } from '../types.ts';
import { code } from './rules/code.ts';
import { headingAttributes } from './rules/heading-attributes.ts';
import { headingIds } from './rules/heading-ids.ts';
import { linkify } from './rules/linkify.ts';
import { links } from './rules/links.ts';
import { rawHtml } from './rules/raw-html.ts';
import { shortcodeBlocks } from './rules/shortcode-blocks.ts';
import { sourceLines } from './rules/source-lines.ts';
import { strikethrough } from './rules/strikethrough.ts';
import { tasks } from './rules/tasks.ts';
import { typographer } from './rules/typographer.ts';

/** One construct of Markdown: adds its rules to the parser. */
type MarkdownRule = (markdown: MarkdownIt, config: MarkupConfig) => void;

const rules: readonly MarkdownRule[] = [
  sourceLines,
  rawHtml,
  links,
  linkify,
  strikethrough,
  typographer,
  (markdown) => void markdown.use(deflist),
  tasks,
  headingAttributes,
  headingIds,
  code,
  shortcodeBlocks,
];

/** The Markdown of a site. It keeps nothing of what it renders: that is in the environment. */
export function createMarkdown(config: MarkupConfig): MarkdownIt {
  const markdown = createMarkdownIt({
    html: true,
    linkify: config.linkify,
    typographer: config.typographer,
    breaks: config.hardWraps,
  });
  for (const rule of rules) rule(markdown, config);
  return markdown;
}
