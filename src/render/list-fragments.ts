/**
 * Items of lists that are nothing but a fragment, in decks with a theme of ours: the item becomes the fragment, so that
 * its bullet appears with its text. In all other decks, the bullet is there first, as with Hugo.
 */
import { addAttributes, applyEdits, type Edit, removeAttributes } from '../html-edits.ts';
import { findEnds, type HtmlToken, readHtml, type StartTag } from '../html.ts';
import { isHiddenFragment, readClasses } from '../slide-html.ts';

const INDEX = 'data-fragment-index';

/** Moves the fragments that are all of an item to the item, in the HTML of a section. */
export function moveFragmentsToItems(html: string): string {
  if (!html.includes('<li') || !html.includes('fragment')) return html;
  const tokens = readHtml(html);
  const ends = findEnds(tokens);
  const edits = tokens.flatMap((item, n): readonly Edit[] => {
    const end = ends[n];
    if (item.kind !== 'start' || item.name !== 'li' || end === undefined) return [];
    const fragment = onlyFragment(tokens, ends, { start: n, end });
    return fragment && !readClasses(item).includes('fragment') ? moveTo(html, item, fragment) : [];
  });
  return applyEdits(html, edits);
}

/** Finds the fragment that is all of an element, which may be in a paragraph. */
function onlyFragment(
  tokens: readonly HtmlToken[],
  ends: readonly (number | undefined)[],
  { start, end }: { readonly start: number; readonly end: number },
): StartTag | undefined {
  const first = tokens.findIndex((token, n) => n > start && !isBlank(token));
  const last = tokens.findLastIndex((token, n) => n < end && !isBlank(token));
  const tag = tokens[first];
  if (tag?.kind !== 'start' || ends[first] !== last) return undefined;
  if (isHiddenFragment(tag)) return tag;
  return tag.name === 'p' ? onlyFragment(tokens, ends, { start: first, end: last }) : undefined;
}

const isBlank = (token: HtmlToken): boolean => token.kind === 'text' && token.text.trim() === '';

function moveTo(html: string, item: StartTag, fragment: StartTag): readonly Edit[] {
  const classes = [...readClasses(fragment), ...readClasses(item)].join(' ');
  const index = fragment.attributes[INDEX];
  const attributes = [`class="${escapeValue(classes)}"`];
  if (index !== undefined) attributes.push(`${INDEX}="${escapeValue(index)}"`);
  return [
    addAttributes(item, attributes.join(' ')),
    ...removeAttributes(html, item, ['class', INDEX]),
    ...removeAttributes(html, fragment, ['class', INDEX]),
  ];
}

const escapeValue = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
