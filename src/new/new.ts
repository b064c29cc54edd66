/** `deckwright new`: creates a site or a deck. Existing files are never overwritten. */
import { createDiagnostic, DeckError, nearestName } from '../diagnostics.ts';
import type { Created, NewOptions } from './created.ts';
import { createDeck } from './new-deck.ts';
import { createSite } from './new-site.ts';

/** Something that `new` creates. */
interface Beginning {
  /** The argument, as `help` shows it: `DIR`. */
  readonly takes: string;
  readonly example: string;
  create(name: string, options: NewOptions): Created;
}

const beginnings: Readonly<Record<string, Beginning>> = {
  site: { takes: 'DIR', example: 'my-talks', create: createSite },
  deck: { takes: 'NAME', example: 'my-talk', create: createDeck },
};

/**
 * Creates a site or a deck: `site DIR` or `deck NAME`.
 * @throws {DeckError} if the words are invalid or a file can't be written; nothing is written then
 * @example
 * const { files } = createNew(['deck', 'talks/my-talk'], { source: 'my-talks' });
 */
export function createNew(words: readonly string[], options: NewOptions = {}): Created {
  const [what = '', name = '', ...rest] = words;
  const beginning = Object.hasOwn(beginnings, what) ? beginnings[what] : undefined;
  if (!beginning) throw new DeckError([unknownBeginning(what)]);
  const example = `deckwright new ${what} ${beginning.example}`;
  if (name.trim() === '') {
    throw new DeckError([
      createDiagnostic({
        code: 'new-name-missing',
        message: `new ${what} needs ${beginning.takes === 'DIR' ? 'the folder of the site' : 'the name of the deck'}`,
        hint: `Write ${example}.`,
      }),
    ]);
  }
  if (rest.length > 0) {
    throw new DeckError([
      createDiagnostic({
        code: 'new-words-many',
        message: `unexpected argument "${rest.join(' ')}" after new ${what} ${name}`,
        hint: `Use one name: ${example}. Put quotes around a name with spaces.`,
      }),
    ]);
  }
  return beginning.create(name, options);
}

function unknownBeginning(what: string): ReturnType<typeof createDiagnostic> {
  const nearest = nearestName(what, Object.keys(beginnings));
  const ways = Object.entries(beginnings).map(([name, { takes }]) => `deckwright new ${name} ${takes}`);
  return createDiagnostic({
    code: 'new-unknown',
    message: what === '' ? 'new needs to know what to create' : `unknown kind "${what}" after new`,
    hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}Write ${ways.join(' or ')}.`,
  });
}
