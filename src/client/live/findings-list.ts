/** The list of all findings of a deck, by slide, in a panel next to the slide. */
import type { DeckFinding, DeckFindings } from '../protocol.ts';
import { createElement, createPositionButton } from './elements.ts';

export const LIST_STYLE = `
.list { position: fixed; inset: 0 0 0 auto; z-index: 1001; box-sizing: border-box; width: min(27rem, 100%); padding: 0 1.25rem 1.5rem; overflow-y: auto; overscroll-behavior: contain; background: #1d2027; color: #eceef3; box-shadow: 0 0 2rem #0009; font: .9375rem/1.45 system-ui, sans-serif; text-align: left; }
header { position: sticky; top: 0; display: flex; gap: .75rem; align-items: center; margin: 0 -1.25rem; padding: .75rem 1.25rem; background: #1d2027; }
h2 { flex: 1; margin: 0; font-size: 1.125rem; }
h3 { margin: 1.25rem 0 .5rem; color: #a4a9b6; font-size: .875rem; overflow-wrap: anywhere; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0 0 .6rem; padding: .6rem .8rem; border-left: .2rem solid #f2c14e; border-radius: .35rem; background: #ffffff12; overflow-wrap: anywhere; }
li.error { border-color: #ff8a80; }
button { font: inherit; border: 0; background: none; color: inherit; cursor: pointer; text-align: left; }
.go { display: block; width: 100%; padding: 0; }
.go:hover { text-decoration: underline; }
code { color: #f2c14e; font-size: .8125rem; }
.error code { color: #ff8a80; }
.position { padding: 0; color: #8ab8ff; font-size: .8125rem; text-decoration: underline; overflow-wrap: anywhere; }
.close { padding: .2rem .6rem; font-size: 1.5rem; line-height: 1; }
p { margin: .3rem 0; }
.quiet { color: #b6bac6; }
:focus-visible { outline: 2px solid #8ab8ff; outline-offset: 2px; }
@media (max-width: 40rem) { .list { inset: auto 0 0; width: auto; max-height: 65vh; border-radius: .75rem .75rem 0 0; } }
`;

/** What the list does when something is chosen. */
export interface ListActions {
  readonly close: () => void;
  readonly goTo: (finding: DeckFinding) => void;
  readonly open: (finding: DeckFinding) => void;
}

/** Keys by which the focus moves from one finding to the next. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Keys that buttons use, and that reveal.js would use too. */
const BUTTON_KEYS = ['Enter', ' ', 'Tab'];

/** Creates the list. */
export function createList(found: DeckFindings, actions: ListActions): HTMLElement {
  const list = createElement('section', 'list');
  list.setAttribute('role', 'dialog');
  list.setAttribute('aria-label', 'Findings of this deck');
  list.append(createHeader(found, actions.close));
  if (found.findings.length === 0)
    list.append(createElement('p', 'quiet', 'Nothing was found in this deck.'));
  for (const [name, findings] of groupBySlide(found.findings)) {
    const rows = createElement('ul', '');
    rows.append(...findings.map((finding) => createRow(finding, actions)));
    list.append(createElement('h3', '', name), rows);
  }
  if (found.more > 0) list.append(createElement('p', 'quiet', `${found.more} more: see the terminal.`));
  list.addEventListener('keydown', (event) => handleKey(event, list, actions.close));
  return list;
}

/** Focuses a finding of the list, or the button that closes it. */
export function focusRow(list: HTMLElement, index: number): void {
  const rows = listRows(list);
  (rows[Math.min(index, rows.length - 1)] ?? list.querySelector<HTMLElement>('.close'))?.focus();
}

/** Focuses the button of a list that is where the focused one of another list is, if any is. */
export function keepFocus(before: HTMLElement): (list: HTMLElement) => void {
  const index = [...before.querySelectorAll('button')].indexOf(activeIn(before) as HTMLButtonElement);
  return (list) => list.querySelectorAll('button')[index]?.focus();
}

/** The index of the finding that has the focus; -1 if none has. */
function focusedRow(list: HTMLElement): number {
  const row = activeIn(list)?.closest('li')?.querySelector<HTMLElement>('.go');
  return row ? listRows(list).indexOf(row) : -1;
}

function activeIn(list: HTMLElement): Element | null {
  const root = list.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : null;
}

const listRows = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('.go'),
];

function handleKey(event: KeyboardEvent, list: HTMLElement, close: () => void): void {
  const step = STEPS[event.key];
  const isClosing = event.key === 'Escape' || event.key.toLowerCase() === 'w';
  // Other keys are those of the deck.
  if (step === undefined && !isClosing && !BUTTON_KEYS.includes(event.key)) return;
  event.stopPropagation();
  if (step !== undefined) focusRow(list, Math.max(focusedRow(list) + step, 0));
  if (isClosing) close();
  if (step !== undefined || isClosing) event.preventDefault();
}

function createHeader({ findings, more }: DeckFindings, close: () => void): HTMLElement {
  const header = createElement('header', '');
  const count = findings.length + more;
  const button = createElement('button', 'close', '×');
  button.setAttribute('aria-label', 'Close');
  button.addEventListener('click', close);
  header.append(createElement('h2', '', `${count} finding${count === 1 ? '' : 's'}`), button);
  return header;
}

/** Groups findings by slide, in the order of presentation; those of the whole deck come first. */
function groupBySlide(findings: readonly DeckFinding[]): ReadonlyMap<string, readonly DeckFinding[]> {
  const groups = new Map<string, DeckFinding[]>();
  for (const finding of findings) {
    const { slide } = finding;
    const name = slide
      ? `Slide ${slide.number}${slide.heading === '' ? '' : ` · ${slide.heading}`}`
      : 'Deck and site';
    groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  return groups;
}

function createRow(finding: DeckFinding, actions: ListActions): HTMLElement {
  const { severity, code, message, hint, position, slide } = finding;
  const row = createElement('li', severity);
  const go = createElement('button', 'go', message);
  go.title = slide ? `Go to slide ${slide.number}` : '';
  go.addEventListener('click', () => actions.goTo(finding));
  const where = createElement('p', '');
  where.append(createElement('code', '', code));
  if (position)
    where.append(
      ' ',
      createPositionButton(position, () => actions.open(finding)),
    );
  row.append(go, where, createElement('p', 'quiet', hint));
  return row;
}
