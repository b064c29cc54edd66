/** `deckwright new`: begins a site or a deck. Nothing that is there is overwritten. */
import { createDiagnostic, DeckError, nearestName } from '../diagnostics.ts';
import type { Created, NewOptions } from './created.ts';
import { createDeck } from './new-deck.ts';
import { createSite } from './new-site.ts';

/** One thing that can be begun. */
interface Beginning {
  /** What is named behind it: `DIR`. */
  readonly takes: string;
  readonly example: string;
  create(name: string, options: NewOptions): Created;
}

const beginnings: Readonly<Record<string, Beginning>> = {
  site: { takes: 'DIR', example: 'my-talks', create: createSite },
  deck: { takes: 'NAME', example: 'my-talk', create: createDeck },
};

/**
 * Begins what the words say: `site DIR` or `deck NAME`.
 * @throws {DeckError} when they can't be understood, or when it can't be written; nothing is written then
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
        message: `"${rest.join(' ')}" is too much behind new ${what} ${name}`,
        hint: `One name is enough: ${example}. A name with spaces needs quotes.`,
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
    message:
      what === '' ? 'new needs to know what to begin' : `nothing can be begun by the name of "${what}"`,
    hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}Write ${ways.join(' or ')}.`,
  });
}
