/** What is made from the configuration alone, and stays while the configuration does. */
import type { Files } from '../files.ts';
import { createHighlight } from '../markup/code/highlight.ts';
import { createHighlightRawCode, type HighlightRawCode } from '../markup/code/raw-code.ts';
import { createMarkdown } from '../markup/markdown.ts';
import { createMath } from '../markup/render-math.ts';
import { createMermaid } from '../markup/render-mermaid.ts';
import type { Katex, SiteConfig } from '../types.ts';
import { type Assets, createAssets } from './templates/assets.ts';

/** The tools for texts, and the files in `assets/`. */
export interface ConfigServices {
  readonly markdown: ReturnType<typeof createMarkdown>;
  readonly highlight: ReturnType<typeof createHighlight>;
  readonly highlightRawCode: HighlightRawCode;
  readonly math: ReturnType<typeof createMath>;
  readonly mermaid: ReturnType<typeof createMermaid>;
  readonly assets: Assets;
}

/** Packages that a site may have. */
export interface OptionalPackages {
  /** Loads KaTeX for the first formula, `undefined` where it is not installed; by default the one next to us. */
  readonly loadKatex?: () => Katex | undefined;
  /** Whether mermaid is installed; by default it is taken to be. */
  readonly hasMermaid?: () => boolean;
}

export function createConfigTools(
  files: Files,
  config: SiteConfig,
  { loadKatex, hasMermaid }: OptionalPackages,
): ConfigServices {
  const math = createMath(loadKatex);
  const mermaid = createMermaid(hasMermaid);
  return {
    markdown: createMarkdown(config.markup, { math, mermaid }),
    highlight: createHighlight(config.markup.highlight),
    highlightRawCode: createHighlightRawCode(),
    math,
    mermaid,
    assets: createAssets(files, config.mounts),
  };
}
