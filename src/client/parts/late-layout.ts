/** The layout of what reveal.js measures too early, or without the margins of the slide. */
import type { RevealApi } from 'reveal.js';

const MEDIA_EVENTS = ['load', 'loadedmetadata'];

export function setup(deck: RevealApi): void {
  layOutLateMedia(deck);
  keepWithinMargins(deck);
}

/**
 * Lays slides out again when their images and videos arrive: reveal.js measures slides without them, which puts them
 * too low (hakimel/reveal.js #1127, #3174), and gives a stretched one no height at all.
 */
function layOutLateMedia(deck: RevealApi): void {
  let isAsked = false;
  const layOut = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      deck.layout();
    });
  };
  for (const event of MEDIA_EVENTS) {
    const isIn = ({ target }: Event): boolean => deck.getSlidesElement()?.contains(target as Node) ?? false;
    document.addEventListener(event, (arrival) => isIn(arrival) && layOut(), true);
  }
  layOut();
}

/**
 * Keeps texts that reveal.js fits to the width between the margins of their slides: they are fitted to the whole width,
 * margins included. Slides without margins of ours look as they do with reveal.js.
 */
function keepWithinMargins(deck: RevealApi): void {
  // A text is fitted when its slide is shown, or about to be.
  const fitted = new MutationObserver((records) => {
    for (const { target } of records) scaleWithinMargins(target as HTMLElement);
  });
  const follow = (): void => {
    for (const text of document.querySelectorAll<HTMLElement>('.slides .r-fit-text')) {
      scaleWithinMargins(text);
      fitted.observe(text, { attributeFilter: ['style'] });
    }
  };
  for (const event of ['sync', 'slidesync']) deck.on(event, follow);
  // The widths of letters change with their fonts.
  document.fonts.addEventListener('loadingdone', follow);
  follow();
}

function scaleWithinMargins(text: HTMLElement): void {
  const parent = text.parentElement;
  if (!parent?.clientWidth || !text.scrollWidth) return;
  const style = getComputedStyle(parent);
  if (style.getPropertyValue('--deck-margin-x') === '') return;
  const room = parent.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const scale = Math.min(room / text.scrollWidth, 1).toFixed(4);
  if (text.style.scale === String(Number(scale))) return;
  text.style.scale = scale;
  text.style.transformOrigin = style.direction === 'rtl' ? 'right top' : 'left top';
}
