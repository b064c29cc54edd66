/** Turns what was measured into findings at the lines of the author. */
import type { PageEvent } from '../browser/open-deck.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { createFinding, findSlide, fingerprint, slideKey } from '../measured/create-finding.ts';
import { contains } from '../measured/locate.ts';
import type { CheckFinding } from './check-finding.ts';
import type {
  CheckedDeck,
  CheckedSlide,
  CheckRule,
  DeckRule,
  EventRule,
  Measure,
  PageRule,
  RuleMessage,
  RuleOptions,
} from './types.ts';
import type { Measured } from './walk.ts';

/** A finding with what a picture of it needs. */
export interface PlacedFinding extends CheckFinding {
  /** The measure, if the finding is at an element. */
  readonly measured?: Measured;
  /** Whether the rule could not decide. */
  readonly isUnsure: boolean;
  /** The warning of the build about the same fault. */
  readonly warning?: Diagnostic;
}

/** What was seen of a deck in one window. */
export interface DeckResult {
  readonly deck: CheckedDeck;
  /** The window: `1280x720`. */
  readonly viewport: string;
  readonly measured: readonly Measured[];
  readonly events: readonly PageEvent[];
  /** How many steps each slide has, by its indexes: `2/1`. */
  readonly steps: ReadonlyMap<string, number>;
}

/** Creates the findings of a deck, in the order of its slides; each is reported for one step and one window only. */
export function createFindings(
  results: readonly DeckResult[],
  rules: readonly CheckRule[],
  options: RuleOptions,
): readonly PlacedFinding[] {
  const [first] = results;
  if (!first) return [];
  const found = new Map<string, PlacedFinding>();
  const add = (key: string, create: () => PlacedFinding): void => {
    if (!found.has(key)) found.set(key, create());
  };
  for (const result of results) {
    for (const rule of rules) {
      if (rule.kind === 'page') addMeasured(rule, result, add);
      if (rule.kind === 'event') addEvents(rule, result, add);
    }
  }
  for (const rule of rules) if (rule.kind === 'deck') addInspected(rule, first, { add, options });
  return sortBySlide(dropRequestsOfImages([...found.values()]), first.deck);
}

type Add = (key: string, create: () => PlacedFinding) => void;

function addMeasured(rule: PageRule, result: DeckResult, add: Add): void {
  for (const measured of result.measured) {
    if (measured.code !== rule.code) continue;
    const { measure, at } = measured;
    const element = rule.isOncePerSlide ? '' : measure.place.path;
    const key = [rule.code, at.h, at.v, element, measure.detail].join('|');
    add(key, () => ({
      ...describe(result, rule.code, {
        ...rule.report(measure),
        slide: findSlide(result.deck, at),
        measure,
        step: at.step + 1,
      }),
      measured,
      isUnsure: measure.isUnsure ?? false,
    }));
  }
}

/** Shorter messages may be anywhere. */
const CLEAR = 4;

function addEvents(rule: EventRule, result: DeckResult, add: Add): void {
  for (const event of result.events) {
    const report = rule.report(event, result.events);
    if (!report) continue;
    const { search } = report;
    const slides = result.deck.slides;
    const here = event.slide && findSlide(result.deck, event.slide);
    const find = (words: string): CheckedSlide | undefined =>
      slides.find((one) => contains(words, { ...one, text: result.deck.read(one.file).text }));
    // A request may come long before its slide is shown; a script may say what is written in it before any slide is.
    const words = search || (event.kind === 'console' ? event.message : '');
    const slide = search === '' ? (here ?? (words.length >= CLEAR ? find(words) : undefined)) : find(search);
    add(`${rule.code}|${report.message}`, () => ({
      ...describe(result, rule.code, { ...report, slide, searches: words.length >= CLEAR ? [words] : [] }),
      isUnsure: false,
    }));
  }
}

function addInspected(
  rule: DeckRule,
  result: DeckResult,
  { add, options }: { readonly add: Add; readonly options: RuleOptions },
): void {
  for (const [index, finding] of rule.inspect(result.deck, options).entries())
    add(`${rule.code}|${index}`, () => ({ ...describe(result, rule.code, finding), isUnsure: false }));
}

interface Description extends RuleMessage {
  readonly slide: CheckedSlide | undefined;
  readonly measure?: Measure;
  readonly searches?: readonly string[];
  readonly step?: number;
}

function describe(
  { deck, viewport, steps }: DeckResult,
  code: DiagnosticCode,
  { slide, measure, searches, step = 1, message, hint }: Description,
): CheckFinding {
  const count = slide ? (steps.get(`${slide.h}/${slide.v}`) ?? 1) : 1;
  const where = count > 1 && step > 1 ? `, step ${step} of ${count}` : '';
  const element = measure?.place.name ?? '';
  const finding = { code, message, hint, slide, where, searches: measure?.place.searches ?? searches ?? [] };
  return {
    ...createFinding(deck, finding),
    deck: deck.name,
    slide: slide?.number ?? '',
    slideId: slide?.id ?? '',
    step,
    viewport,
    element,
    fingerprint: fingerprint([code, deck.name, slideKey(slide), element, measure?.place.text ?? message]),
  };
}

/** Drops requests for images that are reported at their elements. */
function dropRequestsOfImages(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const broken = findings.flatMap(({ code, measured }) =>
    code === 'image-broken' ? (measured?.measure.place.searches ?? []) : [],
  );
  return findings.filter(
    ({ code, message }) =>
      code !== 'request-failed' ||
      !broken.some((address) => message.includes(`/${address.replace(/^.*\//, '')} `)),
  );
}

function sortBySlide(findings: readonly PlacedFinding[], { slides }: CheckedDeck): readonly PlacedFinding[] {
  const order = new Map(slides.map(({ number }, index) => [number, index]));
  return findings.toSorted((a, b) => (order.get(a.slide) ?? -1) - (order.get(b.slide) ?? -1));
}
