/** Lines of code that stand out, step by step: `{1|3-4|6}` behind the language. The fragments of the steps are in the page. */
import type { RevealApi } from 'reveal.js';

/** After any of these, another step of the slide that is shown may be the one. */
const STEP_EVENTS = ['fragmentshown', 'fragmenthidden'];

/** After any of these, every slide may be another, or be laid out for the first time. */
const EVENTS_OF_ALL = ['ready', 'pdf-ready', 'sync', 'overviewshown', 'overviewhidden'];

const MARKED = 'code[data-line-numbers]:not([data-line-numbers=""])';
const STEPPED = 'code[data-line-numbers*="|"]';

export function setup(deck: RevealApi): void {
  const showIn = (place: ParentNode | null | undefined, codes: string): void => {
    for (const code of place?.querySelectorAll<HTMLElement>(codes) ?? []) showStep(code);
  };
  showIn(document, MARKED);
  for (const event of EVENTS_OF_ALL) deck.on(event, () => showIn(document, MARKED));
  deck.on('slidesync', (event) => {
    showIn((event as unknown as { readonly slide: Element }).slide, MARKED);
  });
  // A slide is laid out when it is shown, and only then its code can be scrolled.
  deck.on('slidechanged', () => {
    showIn(deck.getPreviousSlide(), STEPPED);
    showIn(deck.getCurrentSlide(), MARKED);
  });
  // What a reader has scrolled stays so while other things of the slide appear.
  for (const event of STEP_EVENTS) deck.on(event, () => showIn(deck.getCurrentSlide(), STEPPED));
}

/** The step that is shown is the number of fragments that have been. */
function showStep(code: HTMLElement): void {
  const shown = stepsOf(code).filter(({ classList }) => classList.contains('visible')).length;
  const wanted = code.dataset['lineNumbers']?.split('|')[shown] ?? '';
  const lines = [...code.querySelectorAll<HTMLElement>('.code-line')];
  const marked = lines.filter((_, n) => includes(wanted, n + 1));
  for (const line of lines) line.classList.toggle('highlight-line', marked.includes(line));
  // Without steps, the page says whether other lines step back.
  if (code.matches(STEPPED)) code.classList.toggle('has-highlights', wanted !== '');
  scrollTo(code, marked);
}

/** The fragments of its steps stand right behind it. */
function stepsOf(code: Element): readonly Element[] {
  const steps: Element[] = [];
  for (let at = code.nextElementSibling; at?.matches('.code-step'); at = at.nextElementSibling)
    steps.push(at);
  return steps;
}

function includes(step: string, line: number): boolean {
  return step.split(',').some((part) => {
    const [from = 0, to = from] = part.split('-').filter(Boolean).map(Number);
    return line >= from && line <= to;
  });
}

/** Brings lines into the middle of what is seen of the code; where not all of them fit, the first ones stand on top. */
function scrollTo(code: HTMLElement, lines: readonly HTMLElement[]): void {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last || code.scrollHeight <= code.clientHeight) return;
  const { paddingTop, paddingBottom } = getComputedStyle(code);
  const room = code.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
  const height = last.offsetTop + last.offsetHeight - first.offsetTop;
  code.scrollTop = first.offsetTop - parseFloat(paddingTop) + (Math.min(height, room) - room) / 2;
}
