/** What the rules of Markdown know while one text is rendered: it travels as markdown-it's `env`. */
import type { Env } from 'markdown-it';
import type { Finding } from '../diagnostics.ts';
import type { Feature, RenderHooks } from '../types.ts';
import type { Placeholders } from './placeholders.ts';
import { IdAllocator } from './id-allocator.ts';

export interface Environment extends Env {
  readonly placeholders: Placeholders;
  readonly headingIds: IdAllocator;
  readonly features: Set<Feature>;
  /** Whether the HTML may be put into Markdown once more: that of a text in a shortcode, or for a template. */
  readonly isInner: boolean;
  /** Whether its breaks are those of the text around it: that of a shortcode in another. */
  readonly hasBreaks: boolean;
  /** Templates of the author that write parts of the Markdown; none where it is left out. */
  readonly hooks?: RenderHooks;
  /** Names of tags that are elements though HTML does not know them, in lower case. */
  elements?: ReadonlySet<string>;
  /** The lines of the block whose inline text is being read, counted from 0 in the expanded text. */
  lines: readonly [number, number];
  /** Where in the page a line of the expanded text begins, or the first place of some words from there on: an offset. */
  readonly offsetOf?: (line: number, words?: string) => number;
  /** Reports a finding at the first place of `words` in those lines. */
  report(words: string, finding: Omit<Finding, 'source' | 'offset'>): void;
}

/** The environment of a rule: markdown-it hands it around as a plain table. */
export function getEnvironment(env: Env | undefined): Environment {
  if (!env || !('placeholders' in env))
    throw new Error('Markdown is parsed without the environment of a page');
  return env as Environment;
}

/** An environment for a look at the tokens of a text: what is wrong in it is told when it is rendered. */
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
