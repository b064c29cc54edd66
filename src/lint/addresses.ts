/** Looks up where addresses lead to, and explains those that lead to nothing. */
import path from 'node:path';
import type { DeckAddress, LintedDeck, LintedSite } from './rule.ts';

/** An address with the deck in whose page it is. */
export interface AddressContext {
  readonly address: string;
  readonly deck: LintedDeck;
  readonly site: LintedSite;
  /** What servers send for the address: a page for a folder, or files alone. */
  readonly leadsTo: 'page' | 'file';
  /** Whether pages in several folders use the address, so that the right one begins with a slash. */
  readonly isShared?: boolean;
}

/** Where an address leads to. */
export type AddressTarget =
  /** Something that is published, at this output path. */
  | { readonly kind: 'found'; readonly path: string; readonly fragment: string }
  /** Another host, another site on the same one, or a file that may be published later. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'missing'; readonly reason: string; readonly hint: string | undefined };

/** Finds out where an address leads to. */
export function findTarget(context: AddressContext): AddressTarget {
  const { address, deck, site, leadsTo } = context;
  const read = deck.readAddress(address);
  if (!read) return { kind: 'unknown' };
  const { paths } = site;
  const found = leadsTo === 'page' ? paths.findPage(read.path) : paths.findFile(read.path);
  if (found !== undefined && read.isBelowBase) return { kind: 'found', path: found, fragment: read.fragment };
  const isRooted = address.startsWith('/') && read.path !== '';
  if (found !== undefined) return isRooted ? outsideBase(read, context) : { kind: 'unknown' };
  return read.isBelowBase && site.isComplete() ? explainMissing(read, context) : { kind: 'unknown' };
}

/** An address without the base path of the site, which leads to what another site on the host publishes. */
function outsideBase({ path: outputPath }: DeckAddress, context: AddressContext): AddressTarget {
  const { basePath } = context.site;
  return {
    kind: 'missing',
    reason: `the site is published below ${basePath}, and this address leads out of it`,
    hint: `Write "${writeAddress(outputPath, context)}", or an address relative to the page.`,
  };
}

/** The name of a host without `https://` before it. */
const HOST_RE = /^(?:www\.|(?:[a-z\d-]+\.)+[a-z]{2,}\/)/i;

function explainMissing({ path: outputPath }: DeckAddress, context: AddressContext): AddressTarget {
  const { paths, explain } = context.site;
  const write = (found: string): string => writeAddress(found, context);
  const otherCase = paths.findOtherCase(outputPath);
  if (otherCase !== undefined)
    return {
      kind: 'missing',
      reason: `there is only "${otherCase}", and servers tell upper from lower case`,
      hint: `Write "${write(otherCase)}".`,
    };
  const explained = explain(outputPath);
  if (explained) return { kind: 'missing', reason: explained.reason, hint: explained.hint(write) };
  if (context.leadsTo === 'page' && HOST_RE.test(context.address))
    return {
      kind: 'missing',
      reason: 'without https:// it is an address of this site',
      hint: `Write "https://${context.address}".`,
    };
  const nearest = paths.findNearest(outputPath);
  return {
    kind: 'missing',
    reason: `nothing is published at "${context.site.basePath}${outputPath}"`,
    hint: nearest === undefined ? undefined : `Did you mean "${write(nearest)}"?`,
  };
}

/** Writes the address of a path in the way of another address: below the root, or relative to the page. */
function writeAddress(outputPath: string, { address, deck, site, isShared }: AddressContext): string {
  const [rest = ''] = /[?#].*$/.exec(address) ?? [];
  if (isShared || /^(?:\/|https?:)/i.test(address)) return site.basePath + encodeURI(outputPath) + rest;
  const folder = path.posix.dirname(deck.ready.rendered.deck.outputPath);
  const relative = path.posix.relative(folder, outputPath) || '.';
  const slash = outputPath.endsWith('/') || relative === '.' ? '/' : '';
  return encodeURI(relative) + slash + rest;
}
