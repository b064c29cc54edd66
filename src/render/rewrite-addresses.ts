/**
 * `relativeURLs` and `canonifyURLs`: addresses of a page that begin at the root are written as they are seen from the
 * page, or with the base URL in front. Hugo looks at href, src, action and srcset alone, and writes a base path that the
 * author typed a second time; here reveal.js's attributes are read, too, and a typed base path counts once.
 */
import { applyEdits, editValues } from '../html-edits.ts';
import { readHtml } from '../html.ts';
import type { SiteConfig } from '../types.ts';

const ADDRESS_NAME_RE =
  /^(?:href|src|action|poster|data-src|data-background(?:-(?:image|video|iframe))?|data-preview-(?:link|image|video))$/;

const SRCSET_NAME_RE = /^(?:data-)?srcset$/;

/** Writes the addresses of a page as its site wants them. */
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
  // `//host/x` begins with a host.
  if (!address.startsWith('/') || address.startsWith('//')) return address;
  const path = address.startsWith(config.basePath) ? address.slice(config.basePath.length) : address.slice(1);
  if (config.canonifyURLs) return config.baseURL + path;
  const up = '../'.repeat(outputPath.split('/').length - 1);
  const target = config.uglyURLs ? withIndex(path) : path;
  return (up || './') + target;
}

/** Opened from a folder, an address has to name a file. */
function withIndex(path: string): string {
  const [, pathPart = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  return pathPart === '' || pathPart.endsWith('/') ? `${pathPart}index.html${rest}` : path;
}
