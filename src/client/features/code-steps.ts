/**
 * Lines of code highlighted step by step: `{1|3-4|6}` after the language. The page already has the fragments of the
 * steps.
 */
import type { RevealApi } from 'reveal.js';
import { isRead } from '../reading.ts';

/** Events after which the current slide may be at another step. */
const STEP_EVENTS = ['fragmentshown', 'fragmenthidden'];

/** Events after which any slide may be new, or laid out for the first time. */
const DECK_EVENTS = ['ready', 'pdf-ready', 'sync', 'overviewshown', 'overviewhidden'];

const MARKED = 'code[data-line-numbers]:not([data-line-numbers=""])';
const HAS_STEPS = 'code[data-line-numbers*="|"]';

export function setup(deck: RevealApi): void {
  const showIn = (place: ParentNode | null | undefined, codes: string): void => {
    for (const code of place?.querySelectorAll<HTMLElement>(codes) ?? []) showStep(code);
  };
  showIn(document, MARKED);
  for (const event of DECK_EVENTS) deck.on(event, () => showIn(document, MARKED));
  deck.on('slidesync', (event) => {
    showIn((event as unknown as { readonly slide: Element }).slide, MARKED);
  });
  // A slide is laid out when it is shown, so its code can't be scrolled earlier.
  deck.on('slidechanged', () => {
    showIn(deck.getPreviousSlide(), HAS_STEPS);
    showIn(deck.getCurrentSlide(), MARKED);
  });
  // Other code keeps the scroll position of the reader while fragments appear.
  for (const event of STEP_EVENTS) deck.on(event, () => showIn(deck.getCurrentSlide(), HAS_STEPS));
}

/** Shows the current step, whose index is the number of visible fragments. */
function showStep(code: HTMLElement): void {
  const shown = readSteps(code).filter(({ classList }) => classList.contains('visible')).length;
  // A page to read shows all steps at once.
  const isOpen = isRead() && code.matches(HAS_STEPS);
  const wanted = (isOpen ? undefined : code.dataset['lineNumbers']?.split('|')[shown]) ?? '';
  const lines = [...code.querySelectorAll<HTMLElement>('.code-line')];
  const ranges = readRanges(wanted);
  const marked = lines.filter((_, n) => ranges.some(([from, to]) => n + 1 >= from && n + 1 <= to));
  const isMarked = new Set(marked);
  for (const line of lines) line.classList.toggle('highlight-line', isMarked.has(line));
  // Without steps, the page already has the class.
  if (code.matches(HAS_STEPS)) code.classList.toggle('has-highlights', wanted !== '');
  scrollTo(code, marked);
}

/** Reads the fragments of the steps, which directly follow the code. */
function readSteps(code: Element): readonly Element[] {
  const steps: Element[] = [];
  for (let at = code.nextElementSibling; at?.matches('.code-step'); at = at.nextElementSibling)
    steps.push(at);
  return steps;
}

function readRanges(step: string): readonly (readonly [from: number, to: number])[] {
  return step.split(',').map((part) => {
    const [from = 0, to = from] = part.split('-').filter(Boolean).map(Number);
    return [from, to];
  });
}

/** Scrolls lines into the middle of the visible code; if they don't all fit, the first one is at the top. */
function scrollTo(code: HTMLElement, lines: readonly HTMLElement[]): void {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last || code.scrollHeight <= code.clientHeight) return;
  const { paddingTop, paddingBottom } = getComputedStyle(code);
  const room = code.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
  const height = last.offsetTop + last.offsetHeight - first.offsetTop;
  code.scrollTop = first.offsetTop - parseFloat(paddingTop) + (Math.min(height, room) - room) / 2;
}
