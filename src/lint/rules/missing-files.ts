/** Pictures, videos, frames, stylesheets and scripts of the site that are not there. */
import type { DiagnosticCode } from '../../diagnostic-codes.ts';
import type { AddressKind } from '../address-uses.ts';
import { findTarget } from '../addresses.ts';
import type { LintedDeck, LintedSite, LintFinding, LintRule, Place } from '../rule.ts';

export const missingFiles: LintRule = {
  codes: ['image-missing', 'media-missing', 'style-missing', 'script-missing'],
  check(deck, site) {
    const found: LintFinding[] = [];
    const add = (used: UsedFile): void => {
      const finding = checkFile(used, deck, site);
      if (finding) found.push(finding);
    };
    for (const slide of deck.parts)
      for (const { kind, address, nth } of slide.addresses)
        if (kind in KINDS) add({ kind, address, place: { slide, words: address, nth } });
    // Templates of the author that show a file themselves are reported at their place.
    const shown = new Set(deck.parts.at(-1)?.addresses.map(({ address }) => address));
    for (const { kind, address, param, location } of deck.named)
      if (!shown.has(address)) add({ kind, address, param, place: location });
    return found;
  },
};

/** A file that a deck uses. */
interface UsedFile {
  readonly kind: AddressKind;
  readonly address: string;
  /** The parameter that names it. */
  readonly param?: string;
  readonly place: Place;
}

/** How a kind of file is reported. */
interface FileKind {
  readonly code: DiagnosticCode;
  readonly noun: string;
  readonly leadsTo: 'page' | 'file';
}

const KINDS: Readonly<Partial<Record<AddressKind, FileKind>>> = {
  picture: { code: 'image-missing', noun: 'picture', leadsTo: 'file' },
  media: { code: 'media-missing', noun: 'file', leadsTo: 'file' },
  frame: { code: 'media-missing', noun: 'page', leadsTo: 'page' },
  style: { code: 'style-missing', noun: 'stylesheet', leadsTo: 'file' },
  script: { code: 'script-missing', noun: 'script', leadsTo: 'file' },
};

function checkFile(used: UsedFile, deck: LintedDeck, site: LintedSite): LintFinding | undefined {
  const { address, param, place } = used;
  const kind = KINDS[used.kind];
  // Scripts replace the address of an image that is only a fragment.
  if (!kind || address.startsWith('#')) return undefined;
  const { code, noun, leadsTo } = kind;
  const target = findTarget({ address, deck, site, leadsTo, isShared: param !== undefined });
  if (target.kind !== 'missing') return undefined;
  const subject =
    param === undefined ? `the ${noun} "${address}" is` : `${param} names the ${noun} "${address}", which is`;
  return {
    code,
    message: `${subject} not in the site: ${target.reason}`,
    hint:
      target.hint ?? `Put the ${noun} into static/ or into the folder of the page, or correct the address.`,
    place,
  };
}
