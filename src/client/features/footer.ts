/** The footer: slides can hide it, it stays readable on pictures, and every page of the print view has one. */
import type { RevealApi } from 'reveal.js';
import { isPrintView } from '../print.ts';

/** Backgrounds that may be of any colour. */
const PICTURES = ['data-background-image', 'data-background-video', 'data-background-iframe'];

export function setup(deck: RevealApi): void {
  if (isPrintView()) return addToPages(deck);
  const update = (): void => followSlide(deck);
  for (const event of ['slidechanged', 'sync', 'slidesync']) deck.on(event, update);
  update();
}

function followSlide(deck: RevealApi): void {
  const reveal = deck.getRevealElement();
  const slide = deck.getCurrentSlide() as HTMLElement | undefined;
  if (!reveal || !slide) return;
  reveal.classList.toggle('deck-footer-off', isOff(slide));
  reveal.classList.toggle('deck-over-picture', isOverPicture(slide));
}

const isOff = (slide: HTMLElement): boolean => slide.dataset['footer'] === 'false';

/** Whether the background is a picture; its slides have that of a stack, too. */
function isOverPicture(slide: Element): boolean {
  const chain = [slide, slide.parentElement?.closest('.stack')];
  return chain.some((one) => PICTURES.some((name) => one?.getAttribute(name)));
}

/** Copies the footer to the pages, which reveal.js makes of the slides. */
function addToPages(deck: RevealApi): void {
  const footer = deck.getRevealElement()?.querySelector(':scope > .deck-footer');
  const add = (): void => {
    for (const page of document.querySelectorAll('.pdf-page')) {
      const slide = page.querySelector<HTMLElement>(':scope > section');
      if (!footer || !slide || isOff(slide)) continue;
      const copy = footer.cloneNode(true) as Element;
      copy.classList.toggle('deck-on-plate', isOverPicture(slide));
      for (const name of ['has-dark-background', 'has-light-background'])
        copy.classList.toggle(name, slide.classList.contains(name));
      page.append(copy);
    }
  };
  if (document.documentElement.dataset['deckPages']) add();
  else deck.on('pdf-ready', add);
}
