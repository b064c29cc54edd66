/** Functions that rewrite the links of a copied slide. They are sent as text, as those in `snapshot-tools.ts`. */
import type { RevealApi } from 'reveal.js';

/** The part of `deckSnapshot` that links need. */
export interface LinkTools {
  /** The address at which the deck is published; empty if it has none. */
  publicUrl: string;
  link(anchor: Element, copy: Element): void;
  slideOf(hash: string): string | undefined;
}

declare const deckSnapshot: LinkTools;
declare const Reveal: RevealApi;

/** Links to slides lead to their pages, and links to other pages of the site to where they are published. */
function link(anchor: Element, copied: Element): void {
  const href = anchor.getAttribute('href') ?? '';
  // The number of a slide is a link to the slide itself.
  if (anchor.closest('.slide-number')) return copied.removeAttribute('href');
  if (!URL.canParse(href, document.baseURI)) return copied.removeAttribute('href');
  const url = new URL(href, document.baseURI);
  const here = new URL(document.baseURI);
  const isHere = url.origin === here.origin && url.pathname === here.pathname;
  if (isHere && url.hash !== '') {
    const slide = deckSnapshot.slideOf(decodeURIComponent(url.hash));
    const target = slide === undefined ? decodeURIComponent(url.hash.slice(1)) : `deck-slide-${slide}`;
    return copied.setAttribute('href', `#${target}`);
  }
  if (url.origin !== here.origin)
    return /^(?:https?|mailto|tel):$/.test(url.protocol) ? undefined : copied.removeAttribute('href');
  if (deckSnapshot.publicUrl === '') return copied.removeAttribute('href');
  // The site has the same paths on this machine.
  copied.setAttribute('href', new URL(url.pathname + url.search + url.hash, deckSnapshot.publicUrl).href);
}

/** The indexes of the slide that a hash leads to: `3-1`; undefined if it leads to none. */
function slideOf(hash: string): string | undefined {
  const config = Reveal.getConfig();
  const base = config.hashOneBasedIndex ? 1 : 0;
  const [, h, v = String(base)] = /^#\/(\d+)(?:\/(\d+))?(?:\/\d+)?$/.exec(hash) ?? [];
  const [, id] = /^#\/?([^/]+)(?:\/\d+)?$/.exec(hash) ?? [];
  let slide: Element | null | undefined;
  if (h !== undefined) slide = Reveal.getSlide(Number(h) - base, Number(v) - base);
  else if (hash === '#' || hash === '#/') slide = Reveal.getSlides()[0];
  else if (id !== undefined) slide = document.getElementById(id);
  if (!slide?.matches('.slides section')) return undefined;
  const { h: first, v: second } = Reveal.getIndices(slide as HTMLElement);
  return `${first}-${second || 0}`;
}

/** The functions as text is made of them. */
export const linkTools = { link, slideOf } satisfies Omit<LinkTools, 'publicUrl'>;
