/** Backgrounds of slides, below their words while the deck is read: variables for the rules of `look/read.css`. */
import type { RevealApi } from 'reveal.js';

/** The slides or stacks whose pictures slides have. */
const owners = new WeakMap<Element, Element>();

/** Sets the backgrounds of all slides; a slide without one has that of its stack. */
export function paintBackgrounds(deck: RevealApi): void {
  for (const slide of document.querySelectorAll<HTMLElement>(
    '.reveal .slides section:not(:has(> section))',
  )) {
    const stack = slide.parentElement?.closest<HTMLElement>('section');
    const colour = readColour(deck, slide);
    set(slide, '--deck-background', colour || (stack ? readColour(deck, stack) : ''));
    const isPictured = findPictures(slide).length > 0;
    const owner = stack && !isPictured && colour === '' && findPictures(stack).length > 0 ? stack : slide;
    slide.classList.toggle('deck-read-picture', isPictured || owner === stack);
    owners.set(slide, owner);
    if (isPictured || owner === stack) near.observe(slide);
  }
}

/** Reads the colour or gradient of a slide; empty if it has none. */
function readColour(deck: RevealApi, slide: HTMLElement): string {
  const style = deck.getSlideBackground(slide)?.style;
  return [style?.backgroundImage, style?.backgroundColor].filter(isSet).join(' ');
}

const isSet = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && value !== 'initial' && value !== 'none';

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      paintPicture(target as HTMLElement, owners.get(target) ?? target);
    }
  },
  { rootMargin: '200% 0px' },
);

/** Loads a picture when its slide is near. */
function paintPicture(slide: HTMLElement, owner: Element): void {
  const read = (name: string): string => owner.getAttribute(`data-background-${name}`) ?? '';
  set(slide, '--deck-picture', findPictures(owner).map(writeAddress).join(','));
  for (const name of ['size', 'position', 'repeat', 'opacity'])
    set(slide, `--deck-picture-${name}`, read(name));
}

/** Lists the addresses of the background pictures; reveal.js has read `data-background` as well. */
function findPictures(slide: Element): readonly string[] {
  return (slide.getAttribute('data-background-image') ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
}

/** Absolute, because a relative one in a variable starts at the stylesheet. */
const writeAddress = (address: string): string =>
  `url("${new URL(encodeURI(decodeSafely(address)), document.baseURI).href}")`;

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function set(slide: HTMLElement, name: string, value: string): void {
  if (value === '') slide.style.removeProperty(name);
  else slide.style.setProperty(name, value);
}
