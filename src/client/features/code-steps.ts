/** Lines of code that stand out step by step: `{1|3-4|6}` behind the language. The fragments of the steps are in the page. */
import type { RevealApi } from 'reveal.js';

/** After any of these, another step of the slide that is shown may be the one. */
const EVENTS = ['slidechanged', 'fragmentshown', 'fragmenthidden'];

/** After any of these, every slide may be another. */
const EVENTS_OF_ALL = ['pdf-ready', 'sync'];

export function setup(deck: RevealApi): void {
  const showIn = (place: ParentNode | null | undefined): void => {
    const blocks = place?.querySelectorAll<HTMLElement>('code[data-line-numbers*="|"]') ?? [];
    for (const code of blocks) showStep(code);
  };
  showIn(document);
  for (const event of EVENTS_OF_ALL) deck.on(event, () => showIn(document));
  deck.on('slidesync', (event) => showIn((event as unknown as { readonly slide: Element }).slide));
  for (const event of EVENTS)
    deck.on(event, () => {
      showIn(deck.getPreviousSlide());
      showIn(deck.getCurrentSlide());
    });
}

/** The step that is shown is the number of fragments that have been. */
function showStep(code: HTMLElement): void {
  const shown = code.parentElement?.querySelectorAll('.code-step.visible').length ?? 0;
  const wanted = code.dataset['lineNumbers']?.split('|')[shown] ?? '';
  const lines = [...code.querySelectorAll<HTMLElement>('.code-line')];
  for (const [n, line] of lines.entries()) line.classList.toggle('code-line-on', includes(wanted, n + 1));
  code.classList.toggle('code-marked', wanted !== '');
  const first = lines.find((line) => line.classList.contains('code-line-on'));
  if (first && code.scrollHeight > code.clientHeight)
    code.scrollTop = first.offsetTop - code.clientHeight / 3;
}

function includes(step: string, line: number): boolean {
  return step.split(',').some((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return line >= from && line <= to;
  });
}
