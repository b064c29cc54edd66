/**
 * `relativeURLs` and `canonifyURLs`: addresses of a page that begin at the root are written as they are seen from the
 * page, or with the base URL in front. Hugo looks at href, src, action and srcset alone, and writes a base path that the
 * author typed a second time; here reveal.js's attributes are read, too, and a typed base path counts once.
 */
import type { SiteConfig } from '../types.ts';

/** Comments and scripts are stepped over; what is left are tags. */
const TAG_RE =
  /<!--[\s\S]*?-->|(<(?:script|style|textarea)\b(?:"[^"]*"|'[^']*'|[^'">])*>)[\s\S]*?<\/(?:script|style|textarea)\s*>|<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** An attribute with its value, in quotes or without; quotes of one are no attributes. */
const ATTRIBUTE_RE = /(\s([^\s=>"'/]+)\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)/g;

const ADDRESS_NAME_RE =
  /^(?:href|src|action|poster|data-src|data-background(?:-(?:image|video|iframe))?|data-preview-(?:link|image|video))$/i;

const SRCSET_NAME_RE = /^(?:data-)?srcset$/i;

/** Writes the addresses of a page as its site wants them. */
export function rewriteAddresses(html: string, outputPath: string, config: SiteConfig): string {
  if (!config.relativeURLs && !config.canonifyURLs) return html;
  const rewrite = (address: string): string => rewriteAddress(address, outputPath, config);
  return html.replace(TAG_RE, (tag: string, opening: string | undefined) => {
    if (tag.startsWith('<!--')) return tag;
    const head = opening ?? tag;
    return rewriteTag(head, rewrite) + tag.slice(head.length);
  });
}

type Rewrite = (address: string) => string;

function rewriteTag(tag: string, rewrite: Rewrite): string {
  return tag.replace(ATTRIBUTE_RE, (whole, before: string, name: string, value: string) => {
    const write = writerOf(name, rewrite);
    if (!write) return whole;
    const quote = /^["']/.exec(value)?.[0] ?? '';
    return before + quote + write(value.slice(quote.length, value.length - quote.length)) + quote;
  });
}

function writerOf(name: string, rewrite: Rewrite): Rewrite | undefined {
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
  const [, place = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  return place === '' || place.endsWith('/') ? `${place}index.html${rest}` : path;
}
