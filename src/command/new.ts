/** The command `new`. */
import { DeckError } from '../diagnostics.ts';
import { type Command, UsageError } from './command.ts';
import { pick } from './flags.ts';

/** Diagnostics about the arguments themselves, which are reported as usage errors. */
const USAGE_CODES: ReadonlySet<string> = new Set([
  'new-unknown',
  'new-name-missing',
  'new-words-many',
  'theme-unknown',
]);

export const newCommand: Command = {
  about: 'create a site or a deck',
  usage: ['new site DIR', 'new deck NAME [flags]'],
  flags: ['source', 'kind', 'theme', 'minimal', 'diff-workflow', 'environment', 'config', 'quiet'],
  maxWords: Infinity,
  more: ['Existing files are never overwritten.'],
  examples: [
    ['new site my-talks', 'create a site that both deckwright and Hugo can build'],
    ['new site my-talks --theme moon', 'in another theme'],
    ['new site my-talks --minimal', 'with two slides, and nothing to delete'],
    ['new site my-talks --diff-workflow', 'with a workflow that shows what a pull request changes'],
    ['new deck talks/boats', 'create content/talks/boats/_index.md from an archetype'],
    ['new deck boats --kind talk', 'create a deck from archetypes/talk.md'],
  ],
  run: async ({ values, words, terminal }) => {
    const { createNew } = await import('../new/new.ts');
    for (const name of ['theme', 'minimal', 'diff-workflow'] as const)
      if (values[name] !== undefined && words[0] !== 'site')
        throw new UsageError(`--${name} is for a new site.`, 'new');
    const options = {
      ...pick(values, ['source', 'kind', 'theme', 'minimal', 'environment', 'config']),
      diffWorkflow: values['diff-workflow'] ?? false,
    };
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
