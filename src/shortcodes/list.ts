/** All shortcodes of a site: the author's first, then the built-in ones. To add one that needs code, add a row. */
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
import { withParameterCheck } from './parameter-names.ts';
import { createParamShortcode } from './param.ts';
import { createQrShortcode } from './qr.ts';
import { createRefShortcode, createRelrefShortcode } from './ref.ts';
import { createSectionShortcode } from './section.ts';
import { createSlideShortcode } from './slide.ts';
import { createFallbackShortcode } from './fallback.ts';
import { createLayoutShortcode, type ShortcodeLayout } from './layout-shortcode.ts';
import type { ShortcodeServices } from './services.ts';
import { createTocShortcode } from './toc.ts';
import { createVimeoShortcode } from './vimeo.ts';
import { createYoutubeShortcode } from './youtube.ts';

/** The source of shortcodes that are templates. */
export interface ShortcodeTemplates {
  /** Finds the layout of a shortcode: the author's, or else the built-in one. */
  find(name: string): ShortcodeLayout | undefined;
  /** Whether the author has a layout of that name; it wins over built-in code. */
  isFromAuthor(name: string): boolean;
  readonly names: readonly string[];
  /** Finds a shortcode of the author in another template language; it wins over built-in code and layouts. */
  findGoShortcode?(name: string): Shortcode | undefined;
  /** Runs an inline template; `undefined` if the site does not allow them. */
  readonly runInline?: RunInline | undefined;
}

/** Built-in shortcodes that need code. */
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
  createTocShortcode,
  createNetworkShortcodes,
  createCommentShortcode,
];

export function createShortcodes(templates: ShortcodeTemplates, services: ShortcodeServices): Shortcodes {
  let createdBuiltIn: ReadonlyMap<string, Shortcode> | undefined;
  const builtIn = (): ReadonlyMap<string, Shortcode> =>
    (createdBuiltIn ??= new Map(
      codeShortcodes
        .flatMap((create) => create(services))
        .map((shortcode) => [shortcode.name, withParameterCheck(shortcode, services)]),
    ));
  const found = new Map<string, Shortcode | undefined>();
  const layout = (name: string): Shortcode | undefined => {
    const template = templates.find(name);
    const isBuiltIn = !templates.isFromAuthor(name);
    const created = template && createLayoutShortcode(name, template, { config: services.config, isBuiltIn });
    return created && isBuiltIn ? withParameterCheck(created, services) : created;
  };
  const find = (name: string): Shortcode | undefined => {
    if (isInlineName(name)) return createInlineShortcode(name, services, templates.runInline);
    if (templates.isFromAuthor(name)) return layout(name);
    return templates.findGoShortcode?.(name) ?? builtIn().get(name) ?? layout(name);
  };
  return {
    fallback: (name) =>
      services.config.missingThemes.length > 0 ? createFallbackShortcode(name) : undefined,
    get names() {
      return [...new Set([...builtIn().keys(), ...templates.names])].sort();
    },
    find(name) {
      if (!found.has(name)) found.set(name, find(name));
      return found.get(name);
    },
  };
}
