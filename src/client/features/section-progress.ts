/** The progress of the talk by its sections, as links to their first slides. */
import type { RevealApi } from 'reveal.js';
import { isPrintView } from '../print.ts';
import { isReceiver } from '../speaker-windows.ts';

/** A section of the talk, with the indexes of its slides. */
interface TalkSection {
  readonly first: HTMLElement;
  readonly start: number;
  readonly end: number;
}

export function setup(deck: RevealApi): void {
  // The speaker view shows slides alone.
  if (isPrintView() || isReceiver()) return;
  const nav = document.createElement('nav');
  nav.className = 'deck-sections';
  nav.setAttribute('aria-label', 'Sections');
  const build = (): void => {
    const links = listSections(deck).map((section) => createLink(deck, section));
    nav.replaceChildren(...links);
    nav.hidden = links.length === 0;
    deck.getRevealElement()?.style.setProperty('--deck-dots', String(links.length));
    mark(deck, nav);
  };
  for (const event of ['sync', 'slidesync']) deck.on(event, build);
  deck.on('slidechanged', () => mark(deck, nav));
  build();
  deck.getRevealElement()?.append(nav);
}

/** Lists the sections, whose first slides have their titles. */
function listSections(deck: RevealApi): readonly TalkSection[] {
  const slides = deck.getSlides();
  const starts = slides.flatMap((slide, n) => (slide.dataset['sectionTitle'] === undefined ? [] : n));
  return starts.flatMap((start, n) => {
    const first = slides[start];
    return first ? { first, start, end: starts[n + 1] ?? slides.length } : [];
  });
}

function createLink(deck: RevealApi, { first, start, end }: TalkSection): HTMLAnchorElement {
  const link = document.createElement('a');
  const title = document.createElement('span');
  title.textContent = first.dataset['sectionTitle'] ?? '';
  link.append(title);
  link.style.setProperty('--deck-slides', String(end - start));
  const { h, v } = deck.getIndices(first);
  const base = deck.getConfig().hashOneBasedIndex ? 1 : 0;
  link.href = `#/${first.id || [h + base, ...(v ? [v + base] : [])].join('/')}`;
  link.addEventListener('click', (event) => {
    // Other clicks open it elsewhere.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { h, v } = deck.getIndices(first);
    deck.slide(h, v);
  });
  return link;
}

/** Marks the current section, and how far it is. */
function mark(deck: RevealApi, nav: HTMLElement): void {
  const current = deck.getSlides().indexOf(deck.getCurrentSlide());
  for (const [n, { start, end }] of listSections(deck).entries()) {
    const link = nav.children[n] as HTMLElement | undefined;
    const done = Math.min(Math.max((current - start + 1) / (end - start), 0), 1);
    link?.style.setProperty('--deck-done', String(done));
    link?.classList.toggle('is-past', current >= end);
    if (current >= start && current < end) link?.setAttribute('aria-current', 'true');
    else link?.removeAttribute('aria-current');
  }
}
