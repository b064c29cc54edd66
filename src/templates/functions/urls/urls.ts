/** `urls.*`. */
import { GoObject, isMap, TemplateFailure } from '../../gotemplate/values.ts';
import type { TemplateHost } from '../../host.ts';
import { toText } from '../values/conversions.ts';
import { readField } from '../values/fields.ts';
import { readList } from '../values/lists.ts';
import { cleanPath, joinPath } from '../path.ts';
import { ANY, type FunctionContext, type FunctionRow } from '../row.ts';
import { toAbsolute, toRelative } from './site-urls.ts';
import { parseUrl } from './url-object.ts';

type Values = readonly unknown[];

export const urlsFunctions: readonly FunctionRow[] = [
  {
    name: 'urls.AbsLangURL',
    aliases: ['absLangURL'],
    args: [1, 1],
    run: ([value], { host }) => toAbsolute(toText(value), host, host.languageFolder()),
  },
  {
    name: 'urls.AbsURL',
    aliases: ['absURL'],
    args: [1, 1],
    run: ([value], { host }) => toAbsolute(toText(value), host),
  },
  { name: 'urls.Anchorize', aliases: ['anchorize'], args: [1, 1], run: ([value]) => toAnchor(toText(value)) },
  { name: 'urls.JoinPath', args: [0, ANY], run: joinUrl },
  { name: 'urls.Parse', args: [1, 1], run: ([value]) => parseUrl(toText(value)) },
  { name: 'urls.PathEscape', args: [1, 1], run: ([value]) => escapePathPart(toText(value)) },
  { name: 'urls.PathUnescape', args: [1, 1], run: ([value]) => unescapePathPart(toText(value)) },
  {
    name: 'urls.Ref',
    aliases: ['ref'],
    args: [2, 2],
    run: (values, context) => resolve(values, context, true),
  },
  {
    name: 'urls.RelLangURL',
    aliases: ['relLangURL'],
    args: [1, 1],
    run: ([value], { host }) => toRelative(toText(value), host, host.languageFolder()),
  },
  {
    name: 'urls.RelRef',
    aliases: ['relref'],
    args: [2, 2],
    run: (values, context) => resolve(values, context, false),
  },
  {
    name: 'urls.RelURL',
    aliases: ['relURL'],
    args: [1, 1],
    run: ([value], { host }) => toRelative(toText(value), host),
  },
  {
    name: 'urls.URLize',
    aliases: ['urlize'],
    args: [1, 1],
    run: ([value], { host }) => urlize(toText(value), host.pathRules),
  },
];

/** Creates the id of a heading with this text, as GitHub does. */
function toAnchor(text: string): string {
  const id = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '');
  return id.replaceAll(' ', '-') || 'heading';
}

/** Characters allowed in a path: letters and digits of all scripts, some punctuation, and bytes such as `%20`. */
const PATH_CHAR_RE = /(?:[\p{L}\p{Nd}\p{M}./\\_#+~@-]|%[\da-f]{2})/iuy;

/** Converts a text to a part of an address: spaces become dashes, and characters that are not allowed are removed. */
function urlize(text: string, rules: TemplateHost['pathRules']): string {
  const pathChar = new RegExp(PATH_CHAR_RE);
  let [path, last, hasGap, at] = ['', '', false, 0];
  while (at < text.length) {
    pathChar.lastIndex = at;
    const char = pathChar.exec(text)?.[0];
    if (char !== undefined) {
      path += (hasGap && char !== '-' ? '-' : '') + char;
      [last, hasGap] = [char, false];
    } else if (last !== '' && last !== '-' && /\s/.test(text.charAt(at))) {
      hasGap = true;
    }
    at += char?.length ?? 1;
  }
  if (rules.removePathAccents)
    path = path
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .normalize('NFC');
  return encodeURI(rules.disablePathToLower ? path : path.toLowerCase()).replaceAll('%25', '%');
}

/** Escapes as Go's url.PathEscape. */
function escapePathPart(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%(?:24|26|2B|3A|3D|40)/g, decodeURIComponent);
}

function unescapePathPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new TemplateFailure(`invalid URL escape in ${JSON.stringify(text)}`);
  }
}

/** Joins parts to an address. The first one may be a URL. `..` stops at the root; a final slash stays. */
function joinUrl(values: Values): string {
  const [first, ...rest] = values.flatMap((value) => readList(value) ?? [value]).map(toText);
  if (first === undefined) return '';
  const [, origin = '', path = ''] = /^([a-z][a-z\d+.-]*:\/\/[^/]*|)(.*)$/i.exec(first) ?? [];
  const rooted = cleanPath(`/${joinPath([path, ...rest])}`);
  const joined = origin === '' && !path.startsWith('/') ? rooted.slice(1) : rooted;
  const isFolder = (rest.at(-1) ?? (path || '/')).endsWith('/');
  return origin + (isFolder && !joined.endsWith('/') ? `${joined}/` : joined);
}

/** `ref . "page.md"`, `ref . (dict "path" "page.md")`. */
function resolve([page, options]: Values, { host }: FunctionContext, isAbsolute: boolean): string {
  if (!(page instanceof GoObject)) throw new TemplateFailure('invalid Page received in Ref');
  const target = isMap(options) ? readField(options, 'path') : (readList(options)?.[0] ?? options);
  const address = host.resolveRef(toText(target), isAbsolute);
  if (address !== undefined) return address;
  throw new TemplateFailure(
    `REF_NOT_FOUND: Ref "${toText(target)}": page not found`,
    'Use the path of the page relative to content/, such as "/talk/intro.md".',
  );
}
