/** Links to pages, files and anchors of the site that are not there. */
import { countOf } from '../../count-of.ts';
import { nearestName } from '../../diagnostics.ts';
import { findTarget } from '../addresses.ts';
import { type Anchors, type AnchorTarget, findAnchor } from '../anchors.ts';
import { isCodeLine } from '../code-lines.ts';
import type { LintedDeck, LintedSite, LintFinding, LintRule } from '../rule.ts';

export const brokenLinks: LintRule = {
  codes: ['link-broken'],
  check(deck, site) {
    const found: LintFinding[] = [];
    // Decks repeat addresses.
    const known = new Map<string, Words | undefined>();
    const check = (address: string): Words | undefined => {
      if (!known.has(address)) known.set(address, checkLink(address, deck, site));
      return known.get(address);
    };
    for (const slide of deck.parts)
      for (const { kind, address, nth, tag } of slide.addresses) {
        const words = kind === 'link' && !isCodeLine(tag) ? check(address) : undefined;
        if (words) found.push({ ...words, code: 'link-broken', place: { slide, words: address, nth } });
      }
    return found;
  },
};

type Words = Pick<LintFinding, 'message' | 'hint'>;

function checkLink(address: string, deck: LintedDeck, site: LintedSite): Words | undefined {
  const target = findTarget({ address, deck, site, leadsTo: 'page' });
  if (target.kind === 'unknown') return undefined;
  if (target.kind === 'missing')
    return {
      message: `the link "${address}" leads to nothing: ${target.reason}`,
      hint: target.hint ?? 'Correct the address, or add the page or file.',
    };
  const anchors = target.fragment === '' ? undefined : site.findAnchors(target.path);
  if (!anchors) return undefined;
  const isOwn = target.path === deck.ready.rendered.deck.outputPath;
  const owner = isOwn ? 'this deck' : `the deck at "/${target.path}"`;
  return describeAnchor(address, findAnchor(target.fragment, anchors), { owner, anchors });
}

/** Of more ids than that, looking for the nearest one takes too long. */
const MAX_IDS = 1000;

function describeAnchor(
  address: string,
  target: AnchorTarget,
  { owner, anchors }: { readonly owner: string; readonly anchors: Anchors },
): Words | undefined {
  if (target.kind === 'found') return undefined;
  if (target.kind === 'number') {
    const place = target.isInStack ? `that stack of ${owner}` : owner;
    const slides = target.slides === 1 ? 'only one slide' : countOf(target.slides, 'slide');
    return {
      message: `the link "${address}" leads beyond the last slide: ${place} has ${slides}`,
      hint: `${anchors.base === 0 ? 'Numbers in links start at 0. ' : ''}Give the slide an id and link to that: it keeps working when slides are added.`,
    };
  }
  const { id, isHidden } = target;
  if (isHidden)
    return {
      message: `the link "${address}" leads to a hidden slide, which reveal.js removes from ${owner}`,
      hint: 'Show the slide, or remove the link.',
    };
  const nearest = anchors.ids.size > MAX_IDS ? undefined : nearestName(id, [...anchors.ids]);
  return {
    message: `the link "${address}" leads to nothing: ${owner} has no slide or element with the id "${id}"`,
    hint:
      nearest === undefined
        ? `Give the slide the id: {{< slide id="${id}" >}}.`
        : `Did you mean "#${nearest}"?`,
  };
}
