/** All shortcodes of a site: the author's layouts first, then ours. To add one that needs code, add a row. */
import type { Report, Shortcode, Shortcodes, SiteConfig } from '../types.ts';
import { createSectionShortcode } from './section.ts';
import { createSlideShortcode } from './slide.ts';
import { createTemplateShortcode, type ShortcodeTemplate } from './template.ts';

/** Where the layouts of shortcodes come from. */
export interface ShortcodeTemplates {
  /** The layout of a shortcode, the author's before the built-in one. */
  find(name: string): ShortcodeTemplate | undefined;
  /** Whether the author has one of that name: it wins over our code. */
  isAuthors(name: string): boolean;
  readonly names: readonly string[];
}

/** Shortcodes that need code. */
const coded: readonly ((report: Report) => Shortcode)[] = [createSectionShortcode, createSlideShortcode];

export function createShortcodes(
  templates: ShortcodeTemplates,
  config: SiteConfig,
  report: Report,
): Shortcodes {
  const builtIn = new Map(
    coded.map((create) => create(report)).map((shortcode) => [shortcode.name, shortcode]),
  );
  const found = new Map<string, Shortcode | undefined>();
  const find = (name: string): Shortcode | undefined => {
    const own = builtIn.get(name);
    if (own && !templates.isAuthors(name)) return own;
    const template = templates.find(name);
    return template && createTemplateShortcode(name, template, config);
  };
  return {
    names: [...new Set([...builtIn.keys(), ...templates.names])].sort(),
    find(name) {
      if (!found.has(name)) found.set(name, find(name));
      return found.get(name);
    },
  };
}
