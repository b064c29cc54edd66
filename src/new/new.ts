/** `deckwright new`: creates a site or a deck. Existing files are never overwritten. */
import { createDiagnostic, DeckError, nearestName } from '../diagnostics.ts';
import type { Created, NewOptions } from './created.ts';
import { createDeck } from './new-deck.ts';
import { createSite } from './new-site.ts';

/** Something that `new` creates. */
interface Generator {
  /** The argument, as `help` shows it: `DIR`. */
  readonly argument: string;
  readonly example: string;
  create(name: string, options: NewOptions): Created;
}

const generators: Readonly<Record<string, Generator>> = {
  site: { argument: 'DIR', example: 'my-talks', create: createSite },
  deck: { argument: 'NAME', example: 'my-talk', create: createDeck },
};

/**
 * Creates a site or a deck: `site DIR` or `deck NAME`.
 * @throws {DeckError} if the words are invalid or a file can't be written; nothing is written then
 * @example
 * const { files } = createNew(['deck', 'talks/my-talk'], { source: 'my-talks' });
 */
export function createNew(words: readonly string[], options: NewOptions = {}): Created {
  const [kind = '', name = '', ...rest] = words;
  const generator = Object.hasOwn(generators, kind) ? generators[kind] : undefined;
  if (!generator) throw new DeckError([unknownGenerator(kind)]);
  const example = `deckwright new ${kind} ${generator.example}`;
  if (name.trim() === '') {
    throw new DeckError([
      createDiagnostic({
        code: 'new-name-missing',
        message: `new ${kind} needs ${generator.argument === 'DIR' ? 'the folder of the site' : 'the name of the deck'}`,
        hint: `Write ${example}.`,
      }),
    ]);
  }
  if (rest.length > 0) {
    throw new DeckError([
      createDiagnostic({
        code: 'new-words-many',
        message: `unexpected argument "${rest.join(' ')}" after new ${kind} ${name}`,
        hint: `Use one name: ${example}. Put quotes around a name with spaces.`,
      }),
    ]);
  }
  return generator.create(name, options);
}

function unknownGenerator(kind: string): ReturnType<typeof createDiagnostic> {
  const nearest = nearestName(kind, Object.keys(generators));
  const usages = Object.entries(generators).map(
    ([name, { argument }]) => `deckwright new ${name} ${argument}`,
  );
  return createDiagnostic({
    code: 'new-unknown',
    message: kind === '' ? 'new needs the kind of thing to create' : `unknown kind "${kind}" after new`,
    hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}Write ${usages.join(' or ')}.`,
  });
}
