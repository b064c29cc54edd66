/** The name of a new deck: its path below the content folder. */
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { pathOutside } from './new-files.ts';

/** Characters that some file systems do not allow. */
const FORBIDDEN_RE = /[\\:*?"<>|\p{Cc}]/u;

/**
 * Parses a deck name: `my-talk`, `talks/my-talk`, or, as in Hugo, `content/my-talk/_index.md`.
 * @throws {DeckError} if it is outside the content folder or can't be the name of a folder
 */
export function parseDeckName(written: string, contentFolder: string): string {
  const parts = written.split('/').filter((part) => part !== '' && part !== '.');
  const isOutside = written.startsWith('/') || parts.includes('..') || /^[a-z]:/i.test(written);
  if (isOutside) throw new DeckError([pathOutside(`${contentFolder}/`, written)]);
  const path = parts.join('/').replace(/(?:^|\/)_index\.md$/, '');
  const name = path.startsWith(`${contentFolder}/`) ? path.slice(contentFolder.length + 1) : path;
  const reason = findNameProblem(name);
  if (reason === undefined) return name;
  throw new DeckError([
    createDiagnostic({
      code: 'deck-name-invalid',
      message: `"${written}" can't be the name of a deck: ${reason}`,
      hint: 'A deck is a folder in the content folder: deckwright new deck my-talk, or talks/my-talk.',
    }),
  ]);
}

function findNameProblem(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (FORBIDDEN_RE.test(name)) return 'some systems do not allow a folder of that name';
  if (/\.(?:md|markdown|html)$/i.test(name)) return 'that name is used for pages';
  // As in Hugo, hidden files and backups of editors do not belong to the site.
  if (/(?:^|\/)(?:\.[^/]*|[^/]*~|#[^/]*#)(?:\/|$)/.test(name))
    return 'pages in folders of that name are ignored';
  return undefined;
}
