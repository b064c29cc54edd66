/** The state that Markdown rules share while one text is rendered, passed as markdown-it's `env`. */
import type { Env } from 'markdown-it';
import type { Finding } from '../diagnostics.ts';
import type { Feature, RenderHooks } from '../types.ts';
import type { Placeholders } from './shortcodes/placeholders.ts';
import { IdAllocator } from './id-allocator.ts';

export interface Environment extends Env {
  readonly placeholders: Placeholders;
  readonly headingIds: IdAllocator;
  readonly features: Set<Feature>;
  /**
   * Whether the HTML may become part of Markdown again, as that of a shortcode's inner text or of a text for a
   * template.
   */
  readonly isInner: boolean;
  /** Whether breaks also count in the text around this one, as in the inner text of a nested shortcode. */
  readonly hasBreaks: boolean;
  /** The author's render hooks, if there are any. */
  readonly hooks?: RenderHooks;
  /** Whether code in a language needs no highlighter. */
  readonly acceptsLanguage?: ((language: string) => boolean) | undefined;
  /** Whether the page has a line `---` that is a slide break. */
  readonly hasBreakLines?: () => boolean;
  /** Whether the site has a shortcode of this name. */
  readonly isShortcode?: (name: string) => boolean;
  /** Lower-case names of tags that are elements although HTML does not know them. */
  elements?: ReadonlySet<string>;
  /** The lines of the block whose inline text is being read, counted from 0 in the expanded text. */
  lines: readonly [number, number];
  /**
   * The offset in the page of a line of the expanded text, or of the first occurrence of `words` from there on, or
   * `lead` characters after its start.
   */
  readonly offsetOf?: (line: number, words?: string, lead?: number) => number;
  /** Reports a finding at the first occurrence of `words` in those lines, or `lead` characters after its start. */
  report(words: string, finding: Omit<Finding, 'source' | 'offset'>, lead?: number): void;
}

/** Gets the environment of a rule, which markdown-it passes as a plain object. */
export function getEnvironment(env: Env | undefined): Environment {
  if (!env || !('placeholders' in env))
    throw new Error('Markdown is parsed without the environment of a page');
  return env as Environment;
}

/** Creates an environment to inspect the tokens of a text: problems in it are reported when it is rendered. */
export function createSilentEnvironment(placeholders: Placeholders): Environment {
  return {
    placeholders,
    features: new Set(),
    headingIds: new IdAllocator(),
    isInner: false,
    hasBreaks: false,
    lines: [0, 0],
    report: () => undefined,
  };
}
