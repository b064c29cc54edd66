/**
 * The icon of a page. Without one, browsers request `/favicon.ico`, which may be outside the site if its base URL has a
 * path, and usually fails.
 */
import { readHtml } from '../html.ts';

/** File names of icons, in order of preference. */
const NAMES = ['favicon.svg', 'favicon.ico', 'favicon.png'];

/** An empty icon, which prevents the request. */
const NONE = 'data:,';

/** The output path of the icon at the root of the site; `undefined` if no static file has one of its names. */
export function findIcon(staticFiles: Pick<ReadonlyMap<string, string>, 'has'>): string | undefined {
  return NAMES.find((name) => staticFiles.has(name));
}

/**
 * The address of the icon for the head of a page; `undefined` if the author has written a link to one.
 * @param head the author's HTML for the head
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
