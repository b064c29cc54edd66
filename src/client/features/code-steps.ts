/**
 * Lines of code that stand out step by step: `{1|3-4|6}` behind the language. Every step but the first is a fragment,
 * so that keys, print and the speaker view treat it as one.
 */
import type { RevealApi } from 'reveal.js';

const STEP_CLASS = 'code-step';
const ON_CLASS = 'code-line-on';

export function setup(deck: RevealApi): void {
  const root = deck.getRevealElement() ?? document.body;
  const prepare = (): void => {
    for (const code of codeBlocks(root)) addFragments(code);
  };
  const show = (): void => {
    for (const code of codeBlocks(root)) showStep(code);
  };
  prepare();
  deck.sync();
  show();
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'pdf-ready']) deck.on(event, show);
  // Slides that a patch has put in bring code that has no fragments yet.
  deck.on('sync', () => {
    prepare();
    show();
  });
}

function codeBlocks(root: Element): Iterable<HTMLElement> {
  return root.querySelectorAll<HTMLElement>('code[data-line-numbers]');
}

function steps(code: HTMLElement): readonly string[] {
  return (code.dataset['lineNumbers'] ?? '').split('|');
}

function addFragments(code: HTMLElement): void {
  const frame = code.parentElement;
  if (!frame || frame.querySelector(`.${STEP_CLASS}`)) return;
  for (const _ of steps(code).slice(1)) {
    const fragment = document.createElement('span');
    fragment.className = `fragment ${STEP_CLASS}`;
    frame.append(fragment);
  }
}

/** The step that is shown is the number of fragments that have been. */
function showStep(code: HTMLElement): void {
  const shown = code.parentElement?.querySelectorAll(`.${STEP_CLASS}.visible`).length ?? 0;
  const wanted = steps(code)[shown] ?? '';
  const lines = [...code.querySelectorAll<HTMLElement>('.code-line')];
  for (const [n, line] of lines.entries()) line.classList.toggle(ON_CLASS, includes(wanted, n + 1));
  const first = lines.find((line) => line.classList.contains(ON_CLASS));
  if (first && code.scrollHeight > code.clientHeight)
    code.scrollTop = first.offsetTop - code.clientHeight / 3;
}

function includes(step: string, line: number): boolean {
  return step.split(',').some((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return line >= from && line <= to;
  });
}
