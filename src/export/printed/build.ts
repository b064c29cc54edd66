/** Builds a site with the files that a browser prints of its decks. */
import {
  build as buildWithout,
  type BuildOptions as OptionsWithout,
  type BuildResult,
} from '../../bundle/build.ts';

/** Options of a build; all are off by default. */
export type BuildOptions = Omit<OptionsWithout, 'print'>;

/**
 * Builds a site. Nothing is printed to the terminal. Decks with `download` or `og` get their PDF and picture if there is
 * a browser, and else a warning.
 * @throws {DeckError} with the errors of all decks; the last good output is unchanged
 * @example
 * const { warnings } = await build({ source: 'talks', baseURL: 'https://example.org/talks/' });
 */
export const build = (options: BuildOptions = {}): Promise<BuildResult> =>
  buildWithout({
    ...options,
    print: async (open, decks, onStart) => {
      const isAsked = decks.some(({ rendered: { params } }) => params.download || params.og);
      if (!isAsked) return undefined;
      // What a browser needs is loaded only then: most builds start without it.
      const { printDecks } = await import('./print-decks.ts');
      return printDecks(options, open, { decks, onStart });
    },
  });
