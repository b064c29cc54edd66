/** The command `new`. */
import { DeckError } from '../diagnostics.ts';
import { type Command, UsageError } from './command.ts';
import { pick } from './flags.ts';

/** Diagnostics about the arguments themselves, which are reported as usage errors. */
const USAGE_CODES: ReadonlySet<string> = new Set(['new-unknown', 'new-name-missing', 'new-words-many']);

export const newCommand: Command = {
  about: 'create a site or a deck',
  usage: ['new site DIR', 'new deck NAME [flags]'],
  flags: ['source', 'kind', 'environment', 'config', 'quiet'],
  maxWords: Infinity,
  more: ['Existing files are never overwritten.'],
  examples: [
    ['new site my-talks', 'create a site that both deckwright and Hugo can build'],
    ['new deck talks/boats', 'create content/talks/boats/_index.md from an archetype'],
    ['new deck boats --kind talk', 'create a deck from archetypes/talk.md'],
  ],
  run: async ({ values, words, terminal }) => {
    const { createNew } = await import('../new/new.ts');
    const options = pick(values, ['source', 'kind', 'environment', 'config']);
    try {
      const { text } = createNew(words, options);
      if (!values.quiet) terminal.print(text);
      return 0;
    } catch (error) {
      const [first] = error instanceof DeckError ? error.diagnostics : [];
      if (first && USAGE_CODES.has(first.code))
        throw new UsageError(`${first.message}. ${first.hint}`, 'new');
      throw error;
    }
  },
};
