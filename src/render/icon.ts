/**
 * The icon of a page. Browsers that are told of none ask for `/favicon.ico`, which is out of the site where that lies
 * below a path, and is one failed request in any case.
 */
import { readHtml } from '../html.ts';
import type { StaticFile } from '../types.ts';

/** Names that authors give it, the one that is taken first in front. */
const NAMES = ['favicon.svg', 'favicon.ico', 'favicon.png'];

/** What stands for no icon. */
const NONE = 'data:,';

/** The file at the root of the site that is its icon, by its output path. */
export function findIcon(staticFiles: readonly StaticFile[]): string | undefined {
  const paths = new Set(staticFiles.map(({ outputPath }) => outputPath));
  return NAMES.find((name) => paths.has(name));
}

/**
 * The address of the icon for the head of a page; `undefined` where the author has written a link.
 * @param head what the author puts into the head
 */
export function iconAddress(
  icon: string | undefined,
  head: string,
  address: (file: string) => string,
): string | undefined {
  if (hasIcon(head)) return undefined;
  return icon === undefined ? NONE : address(icon);
}

function hasIcon(head: string): boolean {
  return readHtml(head).some(
    (token) =>
      token.kind === 'start' && token.name === 'link' && /\bicon\b/i.test(token.attributes['rel'] ?? ''),
  );
}
