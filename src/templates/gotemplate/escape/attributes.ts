/** What the values of attributes are: addresses, scripts, styles, or text. */
import type { AttributeKind } from './context.ts';

/** Attributes whose values are addresses. */
const URLS: ReadonlySet<string> = new Set([
  'action',
  'archive',
  'background',
  'cite',
  'classid',
  'codebase',
  'data',
  'formaction',
  'href',
  'icon',
  'longdesc',
  'manifest',
  'poster',
  'profile',
  'src',
  'usemap',
  'xmlns',
]);

/** Attributes whose names no action may write, as they change what other content means. */
const UNSAFE: ReadonlySet<string> = new Set([
  'accept-charset',
  'async',
  'challenge',
  'charset',
  'content',
  'crossorigin',
  'defer',
  'enctype',
  'form',
  'formenctype',
  'formmethod',
  'formnovalidate',
  'http-equiv',
  'keytype',
  'language',
  'method',
  'novalidate',
  'pattern',
  'rel',
  'sandbox',
  'type',
  'value',
]);

/** The kind of an attribute by its name in lower case; `unsafe` for those that are text, but no free choice. */
export function readAttributeKind(fullName: string): Exclude<AttributeKind, 'script-type'> | 'unsafe' {
  let name = fullName;
  if (name.startsWith('data-')) name = name.slice('data-'.length);
  else if (name.includes(':')) {
    const colon = name.indexOf(':');
    if (name.slice(0, colon) === 'xmlns') return 'url';
    name = name.slice(colon + 1);
  }
  if (name === 'style' || name === 'srcset') return name;
  if (URLS.has(name)) return 'url';
  if (UNSAFE.has(name)) return 'unsafe';
  if (name === 'srclang') return '';
  if (name.startsWith('on')) return 'script';
  // Names that people give to addresses in attributes of their own.
  return /src|uri|url/.test(name) ? 'url' : '';
}
