/** Addresses of links and images. Goldmark blanks those that run code, unless the site says `unsafe = true`. */
import { domainToASCII } from 'node:url';
import type { MarkdownIt, StateCore } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';
import { getEnvironment } from '../environment.ts';

const RUNNING_RE = /^\s*(?:javascript|vbscript|file|data(?!:image\/(?:png|gif|jpeg|webp|svg)[;,])):/i;

/** A host that is not all ASCII, behind the scheme and the name of a user. */
const EXTERNAL_HOST_RE =
  /(?<=^(?:(?:https?:|ftp:)?\/\/(?:[^/?#@]*@)?|mailto:[^?@]*@))(?=[^/?#:]*[^\0-\x7F])[^/?#:]+/i;

/** The tokens that have an address, and where. */
const ADDRESSES: Readonly<Record<string, string>> = { link_open: 'href', image: 'src' };

export function links(markdown: MarkdownIt, config: MarkupConfig): void {
  const { encode } = markdown.utils.lib.mdurl;
  // markdown-it shows a link that it mistrusts as text; Goldmark keeps the link and takes its address away.
  markdown.validateLink = () => true;
  // A template of the author gets the address as it is written, so it is encoded later than markdown-it does it.
  markdown.normalizeLink = (address) => address;
  markdown.core.ruler.after('linkify', 'addresses', (state: StateCore) => {
    const resolve = getEnvironment(state.env).hooks?.resolve;
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      const name = ADDRESSES[token.type];
      if (name === undefined) continue;
      const written = String(token.attrGet(name) ?? '');
      token.meta = { ...token.meta, destination: written };
      const isEmpty = config.unsafe === false && RUNNING_RE.test(written);
      const address = (name === 'href' ? resolve?.link : resolve?.image)?.(written) ?? written;
      token.attrSet(name, isEmpty ? '' : encode(withAsciiHost(address)));
    }
  });
}

/** A host beyond ASCII as browsers look it up: by UTS 46. One that they would refuse stays as it is written. */
function withAsciiHost(address: string): string {
  return address.replace(EXTERNAL_HOST_RE, (host) => domainToASCII(host) || host);
}
