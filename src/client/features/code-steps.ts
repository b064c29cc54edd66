/** Lines of code that stand out step by step: `{1|3-4|6}` behind the language. The fragments of the steps are in the page. */
import type { RevealApi } from 'reveal.js';

/** After any of these, another step may be the one that is shown. */
const EVENTS = ['slidechanged', 'fragmentshown', 'fragmenthidden', 'pdf-ready', 'sync', 'slidesync'];

export function setup(deck: RevealApi): void {
  const show = (): void => {
    const blocks = document.querySelectorAll<HTMLElement>('code[data-line-numbers*="|"]');
    for (const code of blocks) showStep(code);
  };
  show();
  for (const event of EVENTS) deck.on(event, show);
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
