/** Finds out what the source may contain of an address. */
import { decodeEscapes } from '../decode-escapes.ts';
import type { RequestEvent } from '../browser/open-deck.ts';

/**
 * The last part of a URL, as an author may have written it. A name without an extension, such as `css`, may be any word
 * of a slide: it is searched with its folders, and with its host if that is another one.
 */
export function searchAddress({ url, isExternal }: Pick<RequestEvent, 'url' | 'isExternal'>): string {
  const { host, pathname } = new URL(url);
  const name = pathname.split('/').findLast((part) => part !== '') ?? '';
  const search = name.includes('.') ? name : `${isExternal ? host : ''}${pathname}`;
  return decodeEscapes(search);
}
