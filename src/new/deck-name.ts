/** The name of a deck that is to be: where it will stand below the content folder. */
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { outsideOf } from './new-files.ts';

/** What no file system takes, or not every one. */
const FORBIDDEN_RE = /[\\:*?"<>|\p{Cc}]/u;

/**
 * Reads the name: `my-talk`, `talks/my-talk`, `content/my-talk/_index.md` as Hugo wants it.
 * @throws {DeckError} when it leads out of the content folder, or can't be the name of a folder
 */
export function parseDeckName(written: string, contentFolder: string): string {
  const parts = written.split('/').filter((part) => part !== '' && part !== '.');
  const isOutside = written.startsWith('/') || parts.includes('..') || /^[a-z]:/i.test(written);
  if (isOutside) throw new DeckError([outsideOf(`${contentFolder}/`, written)]);
  const path = parts.join('/').replace(/(?:^|\/)_index\.md$/, '');
  const name = path.startsWith(`${contentFolder}/`) ? path.slice(contentFolder.length + 1) : path;
  const why = whyNot(name);
  if (why === undefined) return name;
  throw new DeckError([
    createDiagnostic({
      code: 'deck-name-invalid',
      message: `"${written}" can't be the name of a deck: ${why}`,
      hint: 'A deck is a folder below the content folder: deckwright new deck my-talk, or talks/my-talk.',
    }),
  ]);
}

function whyNot(name: string): string | undefined {
  if (name === '') return 'it names no folder';
  if (FORBIDDEN_RE.test(name)) return 'a folder of that name is not possible on every computer';
  if (/\.(?:md|markdown|html)$/i.test(name)) return 'it is the name of a page';
  // As in Hugo, such files are none of the site.
  if (/(?:^|\/)(?:\.[^/]*|[^/]*~|#[^/]*#)(?:\/|$)/.test(name))
    return 'pages below folders of that name are left out of a site';
  return undefined;
}
