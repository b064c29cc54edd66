/** The kinds of attribute values: URLs, scripts, styles or text. */
import type { AttributeKind } from './context.ts';

/** Attributes whose values are URLs. */
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

/** Attributes that no action may name, because they change the meaning of other content. */
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

/**
 * Finds the kind of an attribute by its lower-case name: `unsafe` for text that must not come from a value, `html` for
 * a document. Values of both are escaped as text, but no action may write their names.
 */
export function readAttributeKind(
  fullName: string,
): Exclude<AttributeKind, 'script-type'> | 'unsafe' | 'html' {
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
  if (name === 'srcdoc') return 'html';
  if (name === 'srclang') return '';
  if (name.startsWith('on')) return 'script';
  // Common names of custom attributes that contain URLs.
  return /src|uri|url/.test(name) ? 'url' : '';
}
