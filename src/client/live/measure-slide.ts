/** Measures a slide of an open deck by rules of `deckwright check`. */
import type { RevealApi } from 'reveal.js';
import { instantRules } from '../measure/rules.ts';
import { type Edges, slideTools, type SlideTools } from '../measure/slide-tools.ts';
import type { Measure, StepOptions } from '../measure/types.ts';
import { MEASURED_LIMITS, type RuleMeasure } from '../protocol.ts';
import { measureSteps } from './show-slide.ts';

declare global {
  /** The functions that rules use; only while a slide is measured. */
  // oxlint-disable-next-line no-var
  var deckCheck: SlideTools | undefined;
}

/** The window of `deckwright check`, in pixels. */
const CHECKED_WINDOW = { width: 1280, height: 720 };

/** Measures a slide with all of its fragments. The slide is left as it was. */
export function measureSlide(
  deck: RevealApi,
  slide: HTMLElement,
  options: Pick<StepOptions, 'minFont'>,
): readonly RuleMeasure[] {
  const found = new Map<string, RuleMeasure>();
  const stepOptions = { ...options, requireNotes: false, isLastStep: true };
  const measure = (): void => {
    globalThis.deckCheck = { ...slideTools, slide: () => slide, window: () => wideWindow(deck) };
    for (const { code, isOncePerSlide, measure } of instantRules)
      for (const one of measure(stepOptions)) {
        const key = [code, isOncePerSlide ? '' : one.place.path, one.detail].join('|');
        if (!found.has(key)) found.set(key, toMessage(code, one));
      }
  };
  try {
    measureSteps(deck, slide, measure);
  } finally {
    globalThis.deckCheck = undefined;
  }
  return [...found.values()].slice(0, MEASURED_LIMITS.measuresPerSlide);
}

/**
 * The window, or that of the command if it shows more: next to an editor, a browser is narrow, and what is placed next to
 * the slide is out of it.
 */
function wideWindow(deck: RevealApi): Edges {
  const { margin = 0.04 } = deck.getConfig();
  const { left, top, right, bottom, scale } = slideTools.area();
  const [width, height] = [(right - left) / scale, (bottom - top) / scale];
  const checkedScale = (1 - margin) * Math.min(CHECKED_WINDOW.width / width, CHECKED_WINDOW.height / height);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const half = {
    width: ((CHECKED_WINDOW.width / checkedScale) * scale) / 2,
    height: ((CHECKED_WINDOW.height / checkedScale) * scale) / 2,
  };
  const real = slideTools.window();
  return {
    left: Math.min(real.left, x - half.width),
    top: Math.min(real.top, y - half.height),
    right: Math.max(real.right, x + half.width),
    bottom: Math.max(real.bottom, y + half.height),
  };
}

/** Characters that names of classes may have, and that are not printed. */
const CONTROL_RE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Shortens a measure to what the server accepts. */
function toMessage(code: string, { place, detail, values }: Measure): RuleMeasure {
  const { text, searches: count, search } = MEASURED_LIMITS;
  return {
    code,
    detail,
    values,
    place: {
      name: place.name.replace(CONTROL_RE, '').slice(0, text),
      text: place.text.slice(0, text),
      path: place.path.slice(0, text),
      searches: place.searches.slice(0, count).map((one) => one.slice(0, search)),
    },
  };
}
