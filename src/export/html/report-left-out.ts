/** Reports what is not inside an exported page. */
import { deckName } from '../../deck-name.ts';
import { createDiagnostic, type Diagnostic } from '../../diagnostics.ts';
import type { ReadyDeck, SourceLocation } from '../../types.ts';
import type { LeftOut } from './files.ts';

/** Reports each thing at the first line that names it, as far as there is one. */
export function reportLeftOut(leftOut: readonly LeftOut[], deck: ReadyDeck): readonly Diagnostic[] {
  return leftOut.map((one) => {
    const { message, hint } = texts[one.reason](one);
    return createDiagnostic({
      code: 'export-left-out',
      severity: 'warning',
      message: `${deckName(deck.rendered.deck)}: ${message}`,
      hint,
      ...findLine(one, deck),
    });
  });
}

type Write = (one: LeftOut) => { readonly message: string; readonly hint: string };

const formatSize = (bytes: number): string =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const place = ({ address }: LeftOut): string =>
  address === undefined ? 'is missing in the file' : `is loaded from ${address}`;

const HOST_HINT = 'With a host in baseURL, the file leads to where the site is published.';

const texts: Readonly<Record<LeftOut['reason'], Write>> = {
  limit: (one) => ({
    message: `${one.written} (${formatSize(one.bytes)}) ${place(one)}, because the file would exceed its limit`,
    hint: one.address ? 'Raise the limit with --max-size.' : `Raise the limit with --max-size. ${HOST_HINT}`,
  }),
  media: (one) => ({
    message: `${one.written} (${formatSize(one.bytes)}) ${place(one)}`,
    hint: one.address
      ? 'With --media embed, it is inside.'
      : `With --media embed, it is inside. ${HOST_HINT}`,
  }),
  frame: (one) => ({
    message: `the page ${one.written} in a frame ${place(one)}`,
    hint: one.address ? 'A single file has no other pages inside.' : HOST_HINT,
  }),
  foreign: (one) => ({
    message: `${one.written} is on another host, and so needs the network`,
    hint: 'To have it inside, copy the file into static/ and refer to it there.',
  }),
  missing: (one) => ({
    message: `${one.written} does not exist`,
    hint: 'Check the address: the file has to be in static/, or next to the page.',
  }),
};

/** Finds the first place in the pages of a deck that names a file; the deck itself if none does. */
function findLine({ written }: LeftOut, { rendered }: ReadyDeck): SourceLocation {
  const { head, pages } = rendered.deck;
  const name = /^https?:/.test(written) ? written : lastPart(written);
  for (const { source } of pages) {
    const offset = name === '' ? -1 : source.text.indexOf(name);
    if (offset >= 0) return { source, offset };
  }
  return { source: head.source, offset: head.bodyOffset };
}

const lastPart = (address: string): string =>
  address
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .split('/')
    .at(-1) ?? '';
