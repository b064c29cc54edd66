/** Decks that are ready to be published, without a look at what their authors bring: no file is sought. */
import type { Pipeline, Site } from '../../src/pipeline.ts';
import { isRevealTheme, type ReadyDeck, type RenderedDeck } from '../../src/types.ts';

/** A rendered deck of a site, in its theme by name and without files of its author. */
export function readyDeck(rendered: RenderedDeck, { config }: Site): ReadyDeck {
  const { params, features, hasScripts, usedFiles, diagnostics } = rendered;
  const { highlightTheme } = params;
  const theme = isRevealTheme(params.theme) ? params.theme : 'custom';
  return {
    rendered,
    features,
    style: { theme, highlightTheme, math: features.includes('math') },
    files: { styles: [], pluginStyles: [], plugins: [], scripts: [], published: [] },
    scripts: config.relativeURLs || hasScripts ? 'classic' : 'module',
    usedFiles,
    diagnostics,
  };
}

/** All decks of a site. */
export function readyDecks(pipeline: Pipeline): readonly ReadyDeck[] {
  const site = pipeline.decks();
  return site.decks.map((deck) => readyDeck(pipeline.render(deck), site));
}
