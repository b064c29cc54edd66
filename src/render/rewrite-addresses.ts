/**
 * `relativeURLs` and `canonifyURLs`: root-relative addresses in a page are made relative to the page, or absolute. Hugo
 * rewrites only href, src, action and srcset, and repeats a base path that the author wrote; here the attributes of
 * reveal.js are rewritten too, and the base path is not repeated.
 */
import { applyEdits, editValues } from '../html-edits.ts';
import { readHtml } from '../html.ts';
import type { SiteConfig } from '../types.ts';

const ADDRESS_NAME_RE =
  /^(?:href|src|action|poster|data-src|data-background(?:-(?:image|video|iframe))?|data-preview-(?:link|image|video))$/;

const SRCSET_NAME_RE = /^(?:data-)?srcset$/;

/** Rewrites the addresses of a page as the configuration requires. */
export function rewriteAddresses(html: string, outputPath: string, config: SiteConfig): string {
  if (!config.relativeURLs && !config.canonifyURLs) return html;
  const rewrite = (address: string): string => rewriteAddress(address, outputPath, config);
  const edits = readHtml(html).flatMap((token) => {
    if (token.kind !== 'start' || !Object.keys(token.attributes).some(isRewritten)) return [];
    return editValues(html, token, (name, value) => createValueRewriter(name, rewrite)?.(value));
  });
  return applyEdits(html, edits);
}

const isRewritten = (name: string): boolean => ADDRESS_NAME_RE.test(name) || SRCSET_NAME_RE.test(name);

type Rewrite = (address: string) => string;

function createValueRewriter(name: string, rewrite: Rewrite): Rewrite | undefined {
  if (ADDRESS_NAME_RE.test(name)) return rewrite;
  if (!SRCSET_NAME_RE.test(name)) return undefined;
  return (list) =>
    list.replace(
      /(^|,)(\s*)(\/[^\s,]*)/g,
      (_, comma: string, space: string, one: string) => comma + space + rewrite(one),
    );
}

function rewriteAddress(address: string, outputPath: string, config: SiteConfig): string {
  // `//host/x` is protocol-relative.
  if (!address.startsWith('/') || address.startsWith('//')) return address;
  const path = address.startsWith(config.basePath) ? address.slice(config.basePath.length) : address.slice(1);
  if (config.canonifyURLs) return config.baseURL + path;
  const up = '../'.repeat(outputPath.split('/').length - 1);
  const target = config.uglyURLs ? withIndex(path) : path;
  return (up || './') + target;
}

/** Adds `index.html` to the address of a folder: without a server, an address has to name a file. */
function withIndex(path: string): string {
  const [, pathPart = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  return pathPart === '' || pathPart.endsWith('/') ? `${pathPart}index.html${rest}` : path;
}
