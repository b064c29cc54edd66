/**
 * The reading view of phones: held upright, a phone shows the deck as a page to read, with one slide below the other. The
 * rules of `look/read.css` lay it out from the first paint on. reveal.js runs below it: the slide that is read is its
 * current slide, so links, addresses and features work, and the same slide is shown when the phone is turned.
 */
import type { RevealApi, RevealConfig } from 'reveal.js';
import { isRead, READ_CLASS } from '../reading.ts';
import { paintBackgrounds, removeMedia } from './read-backgrounds.ts';
import { followScrolling, type ReadPosition } from './read-position.ts';

/** The screens that show the page to read; as in `look/read.css`. */
const UPRIGHT = '(max-width: 600px) and (orientation: portrait)';

/** The class of a page that shows slides on such screens, too. */
const SLIDES_CLASS = 'deck-slides';

/** Pages that show something else: the print view, the speaker view, another view of the address. */
const OTHER_VIEW_RE = /[?&](?:print-pdf|receiver|view|phoneView|scrollActivationWidth)\b/i;

/** Keys that scroll a page. */
const SCROLL_KEY_RE = /^(?:Arrow\w+|Page\w+|Home|End| )$/;

/** Options of reveal.js for a page that is scrolled. */
const READING: RevealConfig = {
  disableLayout: true,
  touch: false,
  mouseWheel: false,
  autoSlide: false,
  autoAnimate: false,
  transition: 'none',
  overview: false,
  // What slides load late is loaded at once: it has its place on the page.
  viewDistance: 10_000,
  mobileViewDistance: 10_000,
  keyboardCondition: ((event: KeyboardEvent) =>
    !SCROLL_KEY_RE.test(event.key)) as unknown as RevealConfig['keyboardCondition'],
};

/** Prepares the page before reveal.js starts. */
export function prepare(deck: RevealApi): void {
  if (isOtherView(deck)) document.documentElement.classList.add(SLIDES_CLASS);
}

const isOtherView = (deck: RevealApi): boolean =>
  Boolean(deck.getConfig().view) || OTHER_VIEW_RE.test(location.search);

/** Shows the page to read as long as the phone is upright, from now on. Call it when the deck is ready. */
export function setup(deck: RevealApi): void {
  if (isOtherView(deck)) return;
  const screens = window.matchMedia(UPRIGHT);
  const { classList } = document.documentElement;
  const position = followScrolling(deck);
  let slideOptions: RevealConfig = {};
  const update = (): void => {
    const isWanted = screens.matches && !classList.contains(SLIDES_CLASS);
    if (isWanted === isRead()) return;
    classList.toggle(READ_CLASS, isWanted);
    if (isWanted) slideOptions = startReading(deck, position);
    else stopReading(deck, slideOptions);
  };
  addSwitch(screens, update);
  screens.addEventListener('change', update);
  for (const event of ['sync', 'slidesync', 'slidechanged']) deck.on(event, () => isRead() && openSlides());
  for (const event of ['sync', 'slidesync']) deck.on(event, () => isRead() && paintBackgrounds(deck));
}

/** @returns the options of the slides, for later */
function startReading(deck: RevealApi, position: ReadPosition): RevealConfig {
  const options = deck.getConfig();
  const kept = Object.fromEntries(Object.keys(READING).map((key) => [key, Reflect.get(options, key)]));
  const { history, hash } = options;
  // Each slide that scrolls by would be an entry of the history.
  deck.configure({ ...READING, history: false, hash: Boolean(history) || Boolean(hash) });
  paintBackgrounds(deck);
  openSlides();
  position.restore();
  return { ...kept, history, hash } as RevealConfig;
}

function stopReading(deck: RevealApi, options: RevealConfig): void {
  window.scrollTo(0, 0);
  removeMedia();
  deck.configure(options);
  deck.layout();
}

/** Opens all slides to the finger, the keyboard and screen readers: reveal.js closes those that are not current. */
function openSlides(): void {
  for (const slide of document.querySelectorAll('.reveal .slides section'))
    for (const name of ['hidden', 'aria-hidden', 'inert']) slide.removeAttribute(name);
}

/** Where the choice of the reader is kept for the session. */
const CHOICE = 'deckwright:phone-view';

/** Adds the button that switches between page and slides by hand, and applies the choice that was made before. */
function addSwitch(screens: MediaQueryList, update: () => void): void {
  const { classList } = document.documentElement;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'deck-switch';
  const apply = (wantsSlides: boolean): void => {
    classList.toggle(SLIDES_CLASS, wantsSlides);
    button.textContent = wantsSlides ? 'Read' : 'Slides';
    update();
  };
  button.addEventListener('click', () => {
    const wantsSlides = !classList.contains(SLIDES_CLASS);
    keep(wantsSlides ? 'slides' : 'read');
    apply(wantsSlides);
  });
  const showOrHide = (): void => void (button.hidden = !screens.matches);
  showOrHide();
  screens.addEventListener('change', showOrHide);
  document.body.append(button);
  apply(readKept() === 'slides');
}

/** Browsers may refuse to keep anything. */
function keep(choice: string): void {
  try {
    sessionStorage.setItem(CHOICE, choice);
  } catch {
    // The choice holds until the page is left.
  }
}

function readKept(): string | null {
  try {
    return sessionStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}
