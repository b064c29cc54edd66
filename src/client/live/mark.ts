/** The mark in a corner of slides that have findings: how many, and a way to the list of all. */
import type { DeckFinding } from '../protocol.ts';
import { createElement } from './elements.ts';

export const MARK_STYLE = `
.mark { position: fixed; left: .75rem; bottom: .75rem; z-index: 1000; display: flex; gap: .4rem; align-items: center; min-height: 1.75rem; padding: .2rem .6rem .2rem .5rem; border: 1px solid #ffffff40; border-radius: 1rem; background: #1d2027e6; color: #f2c14e; box-shadow: 0 .1rem .5rem #0006; font: 600 .875rem/1 system-ui, sans-serif; cursor: pointer; }
.mark.error { color: #ff8a80; }
.mark svg { width: 1rem; height: 1rem; }
.mark:hover { background: #1d2027; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

const SVG = 'http://www.w3.org/2000/svg';

/** The mark of the current slide. */
export interface Mark {
  /** The button, and the text that screen readers announce. */
  readonly elements: readonly HTMLElement[];
  /** Shows the findings of the slide; no mark without any. */
  show(findings: readonly DeckFinding[]): void;
}

/** Creates the mark, hidden. */
export function createMark(open: () => void): Mark {
  const button = createElement('button', 'mark');
  const count = createElement('span', '');
  const said = createElement('span', 'said');
  said.setAttribute('aria-live', 'polite');
  button.type = 'button';
  button.hidden = true;
  button.append(createIcon(), count);
  button.addEventListener('click', open);
  return {
    elements: [button, said],
    show(findings) {
      const { length } = findings;
      const text = length === 0 ? '' : `${length} finding${length === 1 ? '' : 's'} on this slide`;
      button.hidden = length === 0;
      button.style.display = length === 0 ? 'none' : '';
      button.classList.toggle(
        'error',
        findings.some(({ severity }) => severity === 'error'),
      );
      button.setAttribute('aria-label', `${text}: show the list`);
      button.title = `${findings.map(({ code }) => code).join(', ')} (W)`;
      count.textContent = String(length);
      if (said.textContent !== text) said.textContent = text;
    },
  };
}

/** A triangle with an exclamation mark. */
function createIcon(): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M8 1 .7 14.4h14.6zm0 3 4.9 9H3.1zM7.2 6.6h1.6v3.6H7.2zm0 4.4h1.6v1.5H7.2z');
  path.setAttribute('fill', 'currentcolor');
  path.setAttribute('fill-rule', 'evenodd');
  icon.append(path);
  return icon;
}
