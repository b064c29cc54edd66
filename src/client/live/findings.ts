/** Shows what was found in an open deck: a mark on its slides, and a list with `W`. */
import type { RevealApi } from 'reveal.js';
import type { DeckFinding, DeckFindings } from '../protocol.ts';
import { openEditor, type ShowProblem } from './editor.ts';
import { createHost } from './elements.ts';
import { createList, focusRow, keepFocus, LIST_STYLE } from './findings-list.ts';
import { createMark, MARK_STYLE } from './mark.ts';

const KEY_W = 87;

/** On narrow screens the list covers the slide. */
const NARROW = '(max-width: 40rem)';

const STYLE = `@media print { :host { display: none; } }\n${MARK_STYLE}${LIST_STYLE}`;

/** What the view needs of its page. */
export interface FindingsContext {
  readonly deck: RevealApi;
  /** The base path of the server, which opens the editor. */
  readonly base: string;
  readonly showProblem: ShowProblem;
}

/** Binds the key. The result shows the findings of the deck. */
export function bindFindings(context: FindingsContext): (found: DeckFindings) => void {
  const { deck } = context;
  const view = new FindingsView(context);
  const binding = { keyCode: KEY_W, key: 'W', description: 'List the findings of the deck' };
  deck.addKeyBinding(binding, () => view.toggle());
  deck.on('slidechanged', () => view.update());
  document.addEventListener('fullscreenchange', () => view.update());
  return (found) => view.show(found);
}

/** The mark and the list of a deck. */
class FindingsView {
  readonly #context: FindingsContext;
  readonly #host: HTMLElement;
  readonly #shadow: ShadowRoot;
  readonly #mark = createMark(() => this.toggle());
  #found: DeckFindings = { outputPath: '', findings: [], more: 0 };
  #list: HTMLElement | undefined;

  constructor(context: FindingsContext) {
    this.#context = context;
    ({ host: this.#host, shadow: this.#shadow } = createHost('deckwright-findings', STYLE));
    this.#shadow.append(...this.#mark.elements);
  }

  /** Shows other findings. The focus stays on the same button of the list. */
  show(found: DeckFindings): void {
    this.#found = found;
    this.update();
    if (!this.#list) return;
    const restoreFocus = keepFocus(this.#list);
    const list = this.#createList();
    this.#list.replaceWith(list);
    this.#list = list;
    restoreFocus(list);
  }

  /** Updates the mark for the current slide. */
  update(): void {
    const findings = onSlide(this.#found, this.#context.deck);
    if (findings.length > 0) this.#attach();
    this.#mark.show(findings);
    // On stage nothing is shown over a slide.
    this.#host.style.display = document.fullscreenElement && !this.#list ? 'none' : '';
  }

  /** Opens the list at the findings of the current slide, or closes it. */
  toggle(): void {
    if (this.#list) return this.#close();
    const [current] = onSlide(this.#found, this.#context.deck);
    this.#attach();
    this.#list = this.#createList();
    this.#shadow.append(this.#list);
    this.update();
    focusRow(this.#list, current ? this.#found.findings.indexOf(current) : 0);
  }

  #attach(): void {
    // An element that is moved loses the focus.
    if (!this.#host.isConnected) document.body.append(this.#host);
  }

  #close(): void {
    this.#list?.remove();
    this.#list = undefined;
    this.update();
  }

  #createList(): HTMLElement {
    const { deck, base, showProblem } = this.#context;
    return createList(this.#found, {
      close: () => this.#close(),
      goTo: ({ slide }) => {
        if (slide) deck.slide(slide.h, slide.v);
        if (window.matchMedia(NARROW).matches) this.#close();
      },
      open: ({ position }) => {
        if (position) void openEditor(base, position, showProblem);
      },
    });
  }
}

/** The findings on the current slide. */
function onSlide({ findings }: DeckFindings, deck: RevealApi): readonly DeckFinding[] {
  const { h, v } = deck.getIndices();
  return findings.filter(({ slide }) => slide?.h === h && slide.v === (v || 0));
}
