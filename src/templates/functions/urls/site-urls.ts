/** Addresses relative to the base URL: `relURL`, `absURL` and their variants for languages. */
import type { TemplateHost } from '../../host.ts';
import { cleanPath, joinPath } from '../path.ts';

type Base = Pick<TemplateHost, 'baseURL' | 'basePath'>;

const SCHEME_RE = /^[a-z][a-z\d+.-]*:/i;

/** Splits an address that is not a URL. */
const PARTS_RE = /^([^?#]*)(\?[^#]*)?(#.*)?$/s;

/** Whether an address is on another site. */
const isExternal = (address: string): boolean => address.startsWith('//') || SCHEME_RE.test(address);

/** Adds the host to an address. As in Hugo, an address that starts with a slash omits the base path. */
export function toAbsolute(address: string, { baseURL, basePath }: Base, folder = ''): string {
  if (isExternal(address)) return address;
  const origin = baseURL.endsWith(basePath) ? baseURL.slice(0, -basePath.length) : baseURL;
  const localized = addFolder(address, folder, address === '');
  const [, path = '', query = '', fragment = ''] = PARTS_RE.exec(localized) ?? [];
  // Go appends a lone fragment to the path, which loses its slash.
  const base = address.startsWith('/') ? '/' : basePath;
  const joined = cleanPath(`/${joinPath([base, path])}`);
  const isFolder = localized === '' ? base.endsWith('/') : path.endsWith('/');
  const whole = isFolder ? withSlash(joined) : joined;
  return origin + (whole === '/' && origin === '' ? '/' : whole) + query + fragment;
}

/** Creates an address without the host. */
export function toRelative(address: string, { baseURL, basePath }: Base, folder = ''): string {
  const base = address.startsWith('/') ? '/' : basePath;
  const isOwn = address.startsWith(baseURL) && baseURL !== '/';
  if (isExternal(address) && !isOwn) return address;
  const path = addFolder(isOwn ? address.slice(baseURL.length) : address, folder, false);
  const joined = cleanPath(`/${joinPath([isOwn ? basePath : base, path])}`);
  return path.endsWith('/') || (address === '' && base.endsWith('/')) ? withSlash(joined) : joined;
}

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

/** Adds the folder of a language, unless the address has it already. */
function addFolder(address: string, folder: string, endsWithSlash: boolean): string {
  const plain = address.startsWith('/') ? address.slice(1) : address;
  if (folder === '' || plain === folder || plain.startsWith(`${folder}/`)) return address;
  return joinPath([folder, address]) + (endsWithSlash || address.endsWith('/') ? '/' : '');
}
