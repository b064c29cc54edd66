/** All shortcodes of a site: the author's layouts first, then ours. To add one that needs code, add a row. */
import type { Shortcode, Shortcodes } from '../types.ts';
import { createCommentShortcode } from './comment.ts';
import { createDetailsShortcode } from './details.ts';
import { createFigureShortcode } from './figure.ts';
import { createHighlightShortcode } from './highlight.ts';
import { createInlineShortcode, isInlineName, type RunInline } from './inline.ts';
import { createMarkdownShortcode } from './markdown.ts';
import { createMathShortcode } from './math.ts';
import { createMermaidShortcode } from './mermaid.ts';
import { createNetworkShortcodes } from './network.ts';
import { createParamShortcode } from './param.ts';
import { createQrShortcode } from './qr.ts';
import { createRefShortcode, createRelrefShortcode } from './ref.ts';
import { createSectionShortcode } from './section.ts';
import { createSlideShortcode } from './slide.ts';
import { createFallbackShortcode } from './fallback.ts';
import { createLayoutShortcode, type ShortcodeLayout } from './layout-shortcode.ts';
import type { ShortcodeServices } from './services.ts';
import { createVimeoShortcode } from './vimeo.ts';
import { createYoutubeShortcode } from './youtube.ts';

/** Where the layouts of shortcodes come from. */
export interface ShortcodeTemplates {
  /** The layout of a shortcode, the author's before the built-in one. */
  find(name: string): ShortcodeLayout | undefined;
  /** Whether the author has one of that name: it wins over our code. */
  isFromAuthor(name: string): boolean;
  readonly names: readonly string[];
  /** A shortcode of the author in another language of templates: it wins over our code and our layouts. */
  findGoShortcode?(name: string): Shortcode | undefined;
  /** Runs a template that is written in a page; `undefined` where the site does not allow it. */
  readonly runInline?: RunInline | undefined;
}

/** Shortcodes that need code. */
const codeShortcodes: readonly ((services: ShortcodeServices) => Shortcode | readonly Shortcode[])[] = [
  createSectionShortcode,
  createSlideShortcode,
  createMarkdownShortcode,
  createMathShortcode,
  createMermaidShortcode,
  createFigureShortcode,
  createHighlightShortcode,
  createRefShortcode,
  createRelrefShortcode,
  createParamShortcode,
  createYoutubeShortcode,
  createVimeoShortcode,
  createDetailsShortcode,
  createQrShortcode,
  createNetworkShortcodes,
  createCommentShortcode,
];

export function createShortcodes(templates: ShortcodeTemplates, services: ShortcodeServices): Shortcodes {
  const builtIn = new Map(
    codeShortcodes.flatMap((create) => create(services)).map((shortcode) => [shortcode.name, shortcode]),
  );
  const found = new Map<string, Shortcode | undefined>();
  const layout = (name: string): Shortcode | undefined => {
    const template = templates.find(name);
    return template && createLayoutShortcode(name, template, services.config);
  };
  const find = (name: string): Shortcode | undefined => {
    if (isInlineName(name)) return createInlineShortcode(name, services, templates.runInline);
    if (templates.isFromAuthor(name)) return layout(name);
    return templates.findGoShortcode?.(name) ?? builtIn.get(name) ?? layout(name);
  };
  return {
    fallback: (name) =>
      services.config.missingThemes.length > 0 ? createFallbackShortcode(name) : undefined,
    names: [...new Set([...builtIn.keys(), ...templates.names])].sort(),
    find(name) {
      if (!found.has(name)) found.set(name, find(name));
      return found.get(name);
    },
  };
}
