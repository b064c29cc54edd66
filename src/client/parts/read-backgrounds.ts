/**
 * Backgrounds of slides while the deck is read: colours and pictures under the words, as variables for the rules of
 * `look/read.css`; videos and frames after the words, where they can be played and used.
 */
import type { RevealApi } from 'reveal.js';

const MEDIA_CLASS = 'deck-read-media';

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
    const isPictured = listAddresses(slide, 'image').length > 0;
    const owner =
      stack && !isPictured && colour === '' && listAddresses(stack, 'image').length > 0 ? stack : slide;
    slide.classList.toggle('deck-read-picture', isPictured || owner === stack);
    owners.set(slide, owner);
    if (isPictured || owner === stack) near.observe(slide);
    // A stack has its video or frame once, and not on each of its slides.
    const isFirst = stack?.querySelector('section') === slide;
    showMedia(slide, stack && isFirst && !hasMedia(slide) ? stack : slide);
  }
}

/** Removes what reading has added to slides. */
export function removeMedia(): void {
  for (const media of document.querySelectorAll(`.${MEDIA_CLASS}`)) media.remove();
}

const hasMedia = (slide: Element): boolean =>
  slide.matches('[data-background-video], [data-background-iframe]');

/** Shows the background video or frame of a slide or stack at the end of a slide. */
function showMedia(slide: HTMLElement, owner: Element): void {
  const shown = slide.querySelector(`:scope > .${MEDIA_CLASS}`);
  const made = makeMedia(owner);
  if (made?.outerHTML === shown?.outerHTML) return;
  shown?.remove();
  if (made) slide.append(made);
}

function makeMedia(owner: Element): HTMLElement | undefined {
  const videos = listAddresses(owner, 'video');
  const page = owner.getAttribute('data-background-iframe');
  if (videos.length > 0) {
    const video = document.createElement('video');
    for (const address of videos)
      video.append(Object.assign(document.createElement('source'), { src: address }));
    Object.assign(video, { className: MEDIA_CLASS, controls: true, playsInline: true, preload: 'metadata' });
    video.toggleAttribute('muted', owner.hasAttribute('data-background-video-muted'));
    video.toggleAttribute('loop', owner.hasAttribute('data-background-video-loop'));
    video.ariaLabel = 'Background video';
    return video;
  }
  if (!page) return undefined;
  const frame = document.createElement('iframe');
  Object.assign(frame, { className: MEDIA_CLASS, loading: 'lazy', title: 'Background page', src: page });
  return frame;
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
  set(slide, '--deck-picture', listAddresses(owner, 'image').map(writeAddress).join(','));
  for (const name of ['size', 'position', 'repeat', 'opacity'])
    set(slide, `--deck-picture-${name}`, read(name));
}

/** Lists the addresses of background pictures or videos; reveal.js has read `data-background` as well. */
function listAddresses(slide: Element, kind: 'image' | 'video'): readonly string[] {
  return (slide.getAttribute(`data-background-${kind}`) ?? '')
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
