/**
 * Addresses of links and images. Those that run code are emptied if the site sets `unsafe = false`, as Goldmark does by
 * default.
 */
import { domainToASCII } from 'node:url';
import type { MarkdownIt, StateCore } from 'markdown-it';
import { isUnsafeAddress } from '../../attribute-safety.ts';
import type { MarkupConfig } from '../../types.ts';
import { getEnvironment } from '../environment.ts';

/** Images in addresses, which Goldmark keeps. */
const IMAGE_RE = /^\s*data:image\/(?:png|gif|jpeg|webp|svg)[;,]/i;

/** A non-ASCII host, after the scheme and the user name. */
const NON_ASCII_HOST_RE =
  /(?<=^(?:(?:https?:|ftp:)?\/\/(?:[^/?#@]*@)?|mailto:[^?@]*@))(?=[^/?#:]*[^\0-\x7F])[^/?#:]+/i;

/** The address attributes of tokens. */
const ADDRESSES: Readonly<Record<string, string>> = { link_open: 'href', image: 'src' };

export function links(markdown: MarkdownIt, config: MarkupConfig): void {
  const { encode } = markdown.utils.lib.mdurl;
  // markdown-it shows a link that it mistrusts as text; Goldmark keeps the link and empties its address.
  markdown.validateLink = () => true;
  // Render hooks get the address as it is written, so it is encoded later than in markdown-it.
  markdown.normalizeLink = (address) => address;
  markdown.core.ruler.after('linkify', 'addresses', (state: StateCore) => {
    const resolve = getEnvironment(state.env).hooks?.resolve;
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      const name = ADDRESSES[token.type];
      if (name === undefined) continue;
      const written = String(token.attrGet(name) ?? '');
      token.meta = { ...token.meta, destination: written };
      const isEmpty = config.unsafe === false && isUnsafeAddress(written, 'link') && !IMAGE_RE.test(written);
      const address = (name === 'href' ? resolve?.link : resolve?.image)?.(written) ?? written;
      token.attrSet(name, isEmpty ? '' : encode(withAsciiHost(address)));
    }
  });
}

/** Converts a non-ASCII host as browsers do, by UTS 46. One that they would refuse stays as it is written. */
function withAsciiHost(address: string): string {
  return address.replace(NON_ASCII_HOST_RE, (host) => domainToASCII(host) || host);
}
