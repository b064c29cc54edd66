/** What is asked for when something is begun, and what comes of it. */
import type { DeckwrightOptions } from '../bundle/open-site.ts';

/** How something new is begun. */
export interface NewOptions extends Pick<
  DeckwrightOptions,
  'source' | 'config' | 'environment' | 'variables'
> {
  /** The archetype of a deck: `talk` for `archetypes/talk.md`. */
  readonly kind?: string;
}

/** What was begun. */
export interface Created {
  /** The folder of the site, absolute. */
  readonly folder: string;
  /** What was written, as paths below it. */
  readonly files: readonly string[];
  /** What was done and what comes next, for a person to read. */
  readonly text: string;
}

/** The commands that come next, below what was done. */
export function withNextSteps(done: readonly string[], commands: readonly string[]): string {
  return [...done, '', 'Next:', ...commands.map((command) => `  ${command}`)].join('\n');
}
