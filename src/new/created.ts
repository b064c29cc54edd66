/** Options and result of `new`. */
import type { DeckwrightOptions } from '../bundle/open-site.ts';

/** Options of `new`. */
export interface NewOptions extends Pick<
  DeckwrightOptions,
  'source' | 'config' | 'environment' | 'variables'
> {
  /** The archetype of the deck: `talk` for `archetypes/talk.md`. */
  readonly kind?: string;
  /** Adds a workflow that shows what a pull request changes on the slides of a new site. */
  readonly diffWorkflow?: boolean;
  /** The theme of a new site: one that deckwright or reveal.js brings; `studio` by default. */
  readonly theme?: string;
  /** Creates a new site of as few files as possible, with a deck of two slides. */
  readonly minimal?: boolean;
}

/** A created site or deck. */
export interface Created {
  /** The folder of the site, absolute. */
  readonly folder: string;
  /** The written files, as paths below the folder. */
  readonly files: readonly string[];
  /** What was done and which commands come next, for the terminal. */
  readonly text: string;
}

/** Joins the lines about what was done with the commands that come next. */
export function withNextSteps(done: readonly string[], commands: readonly string[]): string {
  return [...done, '', 'Next:', ...commands.map((command) => `  ${command}`)].join('\n');
}
