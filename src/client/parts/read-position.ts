/** Where the reader is on the page: the slide that is read is the current slide of reveal.js, and the other way round. */
import type { RevealApi } from 'reveal.js';
import { isRead } from '../reading.ts';

/** The position of the reader. */
export interface ReadPosition {
  /** Scrolls to the current slide, unless it is the first one. */
  restore(): void;
}

/** Where a slide starts that is read, as shares of the window: its heading may touch the top. */
const START = { from: -0.1, to: 0.45 };

/** Follows the reader and the deck, while the page is read. */
export function followScrolling(deck: RevealApi): ReadPosition {
  /** The slide that was asked for, and where the page stood then. */
  let asked: { readonly slide: Element; readonly top: number } | undefined;
  let isFollowing = false;
  const scrollToSlide = (slide: Element): void => {
    slide.scrollIntoView({ block: 'start', behavior: 'instant' });
    asked = { slide, top: window.scrollY };
  };
  /** Whether the reader has not scrolled since a slide was asked for; a short last slide is never at the top. */
  const isAtAsked = (): boolean => asked !== undefined && Math.abs(window.scrollY - asked.top) < 2;
  const followReader = (): void => {
    if (!isRead() || isAtAsked()) return;
    asked = undefined;
    const slide = findRead(deck);
    if (!slide || slide === deck.getCurrentSlide()) return;
    const { h, v } = deck.getIndices(slide);
    isFollowing = true;
    deck.slide(h, v);
    isFollowing = false;
  };
  const followDeck = (): void => {
    const slide = deck.getCurrentSlide();
    if (isRead() && !isFollowing && slide && !isAnchorIn(slide)) scrollToSlide(slide);
  };
  window.addEventListener('scroll', oncePerFrame(followReader), { passive: true });
  deck.on('slidechanged', followDeck);
  // A link to the current slide; reveal.js does nothing then.
  window.addEventListener('hashchange', () => setTimeout(followDeck));
  // Pictures and diagrams above the slide that arrive late would move it away.
  const observer = new ResizeObserver(() => {
    if (isRead() && asked && isAtAsked()) scrollToSlide(asked.slide);
  });
  const slides = deck.getSlidesElement();
  if (slides) observer.observe(slides);
  return {
    restore() {
      const slide = deck.getCurrentSlide();
      if (slide && slide !== deck.getSlides()[0] && !isAnchorIn(slide)) scrollToSlide(slide);
      else asked = undefined;
    },
  };
}

/** Finds the slide that is read: the first one that starts in the upper part of the window, or else the one there. */
function findRead(deck: RevealApi): HTMLElement | undefined {
  const starts = deck
    .getSlides()
    .map((slide) => ({ slide, top: slide.getBoundingClientRect().top / window.innerHeight }));
  const found =
    starts.find(({ top }) => top >= START.from && top <= START.to) ?? starts.findLast(({ top }) => top < 0);
  return (found ?? starts[0])?.slide;
}

/** Whether the address names an element inside of a slide, to which the browser scrolls by itself. */
function isAnchorIn(slide: Element): boolean {
  const id = location.hash.slice(1);
  if (id === '' || id.startsWith('/')) return false;
  const target = document.getElementById(decodeSafely(id));
  return target !== null && target !== slide && slide.contains(target);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function oncePerFrame(run: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      run();
    });
  };
}
