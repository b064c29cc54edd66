/** Services that depend on the configuration alone, and are kept until it changes. */
import type { Files } from '../files.ts';
import { createHighlight } from '../markup/code/highlight.ts';
import { createHighlightRawCode, type HighlightRawCode } from '../markup/code/raw-code.ts';
import { createMarkdown } from '../markup/markdown.ts';
import { createMath } from '../markup/render-math.ts';
import { createMermaid } from '../markup/render-mermaid.ts';
import type { Katex, SiteConfig } from '../types.ts';
import { type Assets, createAssets } from './templates/assets.ts';

/** The services that render Markdown, code, formulas and diagrams, and the files in `assets/`. @internal */
export interface ConfigServices {
  readonly markdown: ReturnType<typeof createMarkdown>;
  readonly highlight: ReturnType<typeof createHighlight>;
  readonly highlightRawCode: HighlightRawCode;
  readonly math: ReturnType<typeof createMath>;
  readonly mermaid: ReturnType<typeof createMermaid>;
  readonly assets: Assets;
}

/** Packages that a site may have installed. */
export interface OptionalPackages {
  /** Loads KaTeX for the first formula; `undefined` if it is not installed. By default, our own dependency is loaded. */
  readonly loadKatex?: () => Katex | undefined;
  /** Whether mermaid is installed; `true` by default. */
  readonly hasMermaid?: () => boolean;
}

/** Creates the services of a configuration. @internal */
export function createConfigServices(
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
