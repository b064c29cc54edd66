/** Puts a file that a page shows in several places into it once. */
import { addAttributes, applyEdits, type Edit, removeAttributes } from '../../html-edits.ts';
import { findEnds, type HtmlToken, readHtml, type StartTag } from '../../html.ts';

/** Attributes that a script can set as well as the page: the deck has not read them by then. */
export const SHARED_ATTRIBUTES: ReadonlySet<string> = new Set([
  'src',
  'data-src',
  'poster',
  'data-poster',
  'data-background-image',
  'data-background-video',
  'data-preview-image',
  'data-preview-video',
]);

/** Shorter addresses are not worth a reference. */
const MIN_LENGTH = 500;

/** The script that fills the attributes in. */
const SCRIPT = `
{
  const files = JSON.parse(document.getElementById('deck-files').textContent);
  for (const element of document.querySelectorAll('[data-deck-files]')) {
    for (const part of element.dataset.deckFiles.split(' ')) {
      const [name, file] = part.split('=');
      element.setAttribute(name, files[file]);
    }
    element.removeAttribute('data-deck-files');
  }
}`;

/** A page, and the elements that fill in what was taken out of it; empty if nothing was. */
export interface SharedPage {
  readonly html: string;
  readonly elements: readonly string[];
}

/** Takes `data:` addresses that are in a page several times out of it. */
export function shareFiles(html: string): SharedPage {
  const tags = listTags(readHtml(html));
  const counts = new Map<string, number>();
  for (const tag of tags)
    for (const [, address] of dataAddresses(tag)) counts.set(address, (counts.get(address) ?? 0) + 1);
  const shared = [...counts].flatMap(([address, count]) => (count > 1 ? [address] : []));
  if (shared.length === 0) return { html, elements: [] };
  const indexes = new Map(shared.map((address, index) => [address, index]));
  const edits = tags.flatMap((tag): readonly Edit[] => {
    const references = dataAddresses(tag).flatMap(([name, address]) => {
      const index = indexes.get(address);
      return index === undefined ? [] : [{ name, index }];
    });
    if (references.length === 0) return [];
    const written = references.map(({ name, index }) => `${name}=${index}`).join(' ');
    const names = references.map(({ name }) => name);
    return [addAttributes(tag, `data-deck-files="${written}"`), ...removeAttributes(html, tag, names)];
  });
  const files = JSON.stringify(shared).replaceAll('<', '\\u003c');
  return {
    html: applyEdits(html, edits),
    elements: [
      `<script type="application/json" id="deck-files">${files}</script>`,
      `<script>${SCRIPT}\n</script>`,
    ],
  };
}

/** The tags that scripts of the page find: what is in a template has no place in it yet. */
function listTags(tokens: readonly HtmlToken[]): readonly StartTag[] {
  const ends = findEnds(tokens);
  const tags: StartTag[] = [];
  for (let n = 0; n < tokens.length; n++) {
    const token = tokens[n] as HtmlToken;
    if (token.kind !== 'start') continue;
    if (token.name === 'template' || token.name === 'noscript') n = ends[n] ?? n;
    else tags.push(token);
  }
  return tags;
}

const dataAddresses = ({ attributes }: StartTag): readonly (readonly [name: string, address: string])[] =>
  Object.entries(attributes).filter(
    ([name, value]) => value.length >= MIN_LENGTH && SHARED_ATTRIBUTES.has(name) && value.startsWith('data:'),
  );
