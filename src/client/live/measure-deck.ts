/**
 * Measures the slides of an open deck: those that have changed as soon as they are painted, the others while the browser
 * is idle. What was measured is known until the slide changes.
 */
import type { RevealApi } from 'reveal.js';
import { type MeasuredSlide, MEASURED_LIMITS, type RuleMeasure } from '../protocol.ts';
import { isRead } from '../reading.ts';
import { isScrollView } from '../scroll-view.ts';
import { measureSlide } from './measure-slide.ts';
import { canBeMeasuredHidden, isUnsettled, prepareMeasuring } from './show-slide.ts';

/** How long slides are measured before the browser may paint again, in milliseconds. */
const SLICE = { urgent: 30, idle: 8 };

/** How long a slide that is moving or loading is left alone, in milliseconds. */
const RETRY_DELAY = 150;

/** How long changes of scripts are collected, which may come with every frame; in milliseconds. */
const SCRIPT_DELAY = 1000;

/** How often results are reported while the browser is idle, in milliseconds. */
const REPORT_DELAY = 500;

/** A page in the background paints no frames. */
const FRAME_LIMIT = 250;

/** Reports what was measured so far; `isComplete` if nothing is left to measure. */
export type ReportMeasured = (slides: readonly MeasuredSlide[], isComplete: boolean) => void;

/** Measures the slides of a deck. */
export class DeckMeasurer {
  readonly #deck: RevealApi;
  readonly #minFont: number;
  readonly #report: ReportMeasured;
  readonly #results = new WeakMap<Element, readonly RuleMeasure[]>();
  /** Slides to measure: at once, and in time. */
  readonly #urgent = new Set<HTMLElement>();
  readonly #waiting = new Set<HTMLElement>();
  /** Slides that are moving or loading, and whether they are urgent. */
  readonly #unsettled = new Map<HTMLElement, boolean>();
  /** Slides that were measured while fonts were loading. */
  readonly #withoutFonts = new Set<HTMLElement>();
  /** What is scheduled: a run after the next frame, or while the browser is idle. */
  readonly #scheduled = new Set<'urgent' | 'idle'>();
  #reportedAt = 0;
  #isUnreported = false;

  constructor(deck: RevealApi, minFont: number, report: ReportMeasured) {
    this.#deck = deck;
    this.#minFont = minFont;
    this.#report = report;
  }

  /** Starts when the first slide is ready. */
  start(): void {
    prepareMeasuring();
    const { documentElement } = document;
    let isStarted = false;
    // The slide that the reader is on is measured as it is seen.
    const visit = (): void => {
      if (documentElement.dataset['deck'] !== 'ready') return;
      if (!isStarted) this.#follow();
      isStarted = true;
      this.changed([this.#deck.getCurrentSlide()]);
    };
    new MutationObserver(visit).observe(documentElement, { attributeFilter: ['data-deck'] });
    visit();
  }

  /** Measures slides again, soon. */
  changed(slides: Iterable<HTMLElement | undefined>): void {
    for (const slide of slides) if (slide) this.#urgent.add(slide);
    this.#schedule();
  }

  /** Forgets what was measured on slides that are new or have other content, and measures them. */
  replaced(slides: readonly HTMLElement[]): void {
    for (const slide of slides) this.#results.delete(slide);
    this.changed(slides);
  }

  /** Measures all slides again: the page around them has changed. */
  changedAll(): void {
    for (const slide of this.#deck.getSlides()) this.#waiting.add(slide);
    this.changed([this.#deck.getCurrentSlide()]);
  }

  /** Follows everything that changes slides, besides patches. */
  #follow(): void {
    const deck = this.#deck;
    for (const slide of deck.getSlides()) this.#waiting.add(slide);
    deck.on('sync', () => {
      for (const slide of deck.getSlides()) if (!this.#results.has(slide)) this.#waiting.add(slide);
      this.#schedule();
    });
    deck.on('overviewhidden', () => this.#schedule());
    for (const event of ['load', 'error', 'loadedmetadata'])
      document.addEventListener(event, ({ target }) => this.#add(target), true);
    document.fonts.addEventListener('loadingdone', () => {
      for (const slide of this.#withoutFonts) this.#waiting.add(slide);
      this.#withoutFonts.clear();
      this.changed([deck.getCurrentSlide()]);
    });
    const slides = deck.getSlidesElement();
    if (slides) this.#followScripts(slides);
  }

  /** Measures slides again that scripts change: they draw diagrams and charts, or typeset formulas. */
  #followScripts(slides: Element): void {
    const changed = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { type, target } of records) {
        if (type === 'attributes') this.#add(target);
        else if (changed.add(target).size === 1) setTimeout(addChanged, SCRIPT_DELAY);
      }
    });
    const addChanged = (): void => {
      for (const node of changed) this.#add(node);
      changed.clear();
    };
    observer.observe(slides, { subtree: true, childList: true, attributeFilter: ['data-diagram'] });
  }

  #add(target: EventTarget | null): void {
    const slide = target instanceof Element ? target.closest<HTMLElement>('.slides section') : null;
    if (!slide || slide.querySelector(':scope > section')) return;
    if (slide === this.#deck.getCurrentSlide()) this.#urgent.add(slide);
    else this.#waiting.add(slide);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#urgent.size > 0) this.#runLater('urgent', afterFrame);
    else if (this.#waiting.size > 0) this.#runLater('idle', whenIdle);
  }

  #runLater(kind: 'urgent' | 'idle', wait: (run: () => void) => void): void {
    if (this.#scheduled.has(kind)) return;
    this.#scheduled.add(kind);
    wait(() => {
      this.#scheduled.delete(kind);
      this.#run(kind);
    });
  }

  #run(kind: 'urgent' | 'idle'): void {
    // Pages to scroll or to read have another layout; the overview and the page to read send an event when they end.
    if (this.#deck.isOverview() || isScrollView(this.#deck) || isRead()) return;
    const end = performance.now() + SLICE[kind];
    const isZoomed = isScaledDifferently(this.#deck);
    for (const slide of kind === 'urgent' ? this.#urgent : this.#waiting) {
      if (isZoomed || isUnsettled(slide)) this.#postpone(slide);
      else this.#measure(slide);
      if (performance.now() > end) break;
    }
    this.#reportWhenDue();
    this.#schedule();
  }

  #measure(slide: HTMLElement): void {
    const isUrgent = this.#urgent.delete(slide);
    this.#waiting.delete(slide);
    const deck = this.#deck;
    const isShown = slide === deck.getCurrentSlide();
    if (!slide.isConnected || (!isShown && !canBeMeasuredHidden(slide))) return;
    this.#results.set(slide, measureSlide(deck, slide, { minFont: this.#minFont }));
    if (document.fonts.status === 'loading') this.#withoutFonts.add(slide);
    this.#isUnreported = true;
    if (isUrgent) this.#reportedAt = 0;
  }

  /** Leaves a slide alone for a while. */
  #postpone(slide: HTMLElement): void {
    const isUrgent = this.#urgent.delete(slide);
    this.#waiting.delete(slide);
    if (this.#unsettled.size === 0) setTimeout(() => this.#retry(), RETRY_DELAY);
    this.#unsettled.set(slide, isUrgent || this.#unsettled.get(slide) === true);
  }

  #retry(): void {
    for (const [slide, isUrgent] of this.#unsettled) (isUrgent ? this.#urgent : this.#waiting).add(slide);
    this.#unsettled.clear();
    this.#schedule();
  }

  #reportWhenDue(): void {
    const isComplete = this.#urgent.size + this.#waiting.size + this.#unsettled.size === 0;
    const now = performance.now();
    if (!this.#isUnreported || (!isComplete && now - this.#reportedAt < REPORT_DELAY)) return;
    this.#reportedAt = now;
    this.#isUnreported = false;
    this.#report(this.#collect(), isComplete);
  }

  /** Collects all results, since the server may have missed some. */
  #collect(): readonly MeasuredSlide[] {
    let left: number = MEASURED_LIMITS.measures;
    const found = listIndexed(this.#deck.getSlidesElement()).flatMap(({ slide, h, v }) => {
      const measures = this.#results.get(slide)?.slice(0, left);
      left -= measures?.length ?? 0;
      return measures ? [{ h, v, measures }] : [];
    });
    return found.slice(0, MEASURED_LIMITS.slides);
  }
}

/** Lists the slides of a deck with their indexes. */
function listIndexed(
  slides: Element | null | undefined,
): readonly { readonly slide: Element; readonly h: number; readonly v: number }[] {
  const sectionsIn = (parent: Element): readonly Element[] =>
    [...parent.children].filter(({ tagName }) => tagName === 'SECTION');
  return sectionsIn(slides ?? document.body).flatMap((section, h) => {
    const inStack = sectionsIn(section);
    return (inStack.length > 0 ? inStack : [section]).map((slide, v) => ({ slide, h, v }));
  });
}

/** Whether the reader has zoomed in, so that the deck has another size than reveal.js knows. */
function isScaledDifferently(deck: RevealApi): boolean {
  const slides = deck.getSlidesElement();
  if (!slides || slides.offsetWidth === 0) return true;
  const scale = slides.getBoundingClientRect().width / slides.offsetWidth;
  return Math.abs(scale / deck.getScale() - 1) > 0.02;
}

/** Runs a function when the next frame has been painted. */
function afterFrame(run: () => void): void {
  let isDone = false;
  const done = (): void => {
    if (!isDone) run();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, FRAME_LIMIT);
}

/** Runs a function while the browser is idle; Safari has no `requestIdleCallback`. */
function whenIdle(run: () => void): void {
  if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(run, { timeout: 1000 });
  else setTimeout(run, FRAME_LIMIT / 10);
}
