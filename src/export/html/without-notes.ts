/** Removes all notes from a page. */
import { applyEdits, removeAttributes } from '../../html-edits.ts';
import { readHtml } from '../../html.ts';
import { withoutNotes } from '../../slide-html.ts';

/** Removes the notes of slides and of fragments, and comments, which may be notes of the author, too. */
export function removeNotes(html: string): string {
  const bare = withoutNotes(html);
  const edits = readHtml(bare).flatMap((token) => {
    if (token.kind === 'start') return removeAttributes(bare, token, ['data-notes']);
    const { start, end } = token;
    return token.kind === 'comment' && bare.startsWith('<!--', start) ? [{ start, end, text: '' }] : [];
  });
  return applyEdits(bare, edits);
}
