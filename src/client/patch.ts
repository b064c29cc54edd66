/** Patches the open deck: slides that stay keep their elements, and with them the place where the author is. */
import type { RevealApi } from 'reveal.js';
import type { DeckPatch } from './protocol.ts';

/** Puts the sections of the patch in place. The slide that is shown stays, if it is still there. */
export function patchDeck(deck: RevealApi, patch: DeckPatch): void {
  const slides = deck.getSlidesElement();
  if (!slides) return;
  const before = deck.getIndices();
  const fragment = before.f;
  const current = deck.getCurrentSlide();
  const known = [...slides.children].filter((child) => child.tagName === 'SECTION');
  const next = patch.sections.map((section) =>
    typeof section === 'number' ? known[section] : parseSection(section),
  );
  slides.replaceChildren(...next.filter((section) => section !== undefined));
  document.title = patch.title;
  deck.sync();
  const kept = current?.isConnected ? deck.getIndices(current) : nearest(next.length, before);
  deck.slide(kept.h, kept.v, fragment);
}

function parseSection(html: string): Element | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild ?? undefined;
}

/** The place of a slide that was edited or taken away is the place that it had. */
function nearest(count: number, { h, v }: { h: number; v: number }): { h: number; v: number } {
  return h < count ? { h, v } : { h: Math.max(count - 1, 0), v: 0 };
}
