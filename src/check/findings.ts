/** Turns what was measured into findings at the lines of the author. */
import type { PageEvent } from '../browser/open-deck.ts';
import { createDiagnostic } from '../diagnostics.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import { contains, locate } from './locate.ts';
import type {
  CheckedDeck,
  CheckedSlide,
  CheckFinding,
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
  return sortBySlide(withoutTwins([...found.values()]), first.deck);
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

function addEvents(rule: EventRule, result: DeckResult, add: Add): void {
  for (const event of result.events) {
    const report = rule.report(event);
    if (!report) continue;
    const { search } = report;
    const slides = result.deck.slides;
    const here = event.slide && findSlide(result.deck, event.slide);
    // A request may come long before its slide is shown.
    const slide =
      search === ''
        ? here
        : slides.find((one) => contains(search, { ...one, text: result.deck.read(one.file).text }));
    add(`${rule.code}|${report.message}`, () => ({
      ...describe(result, rule.code, { ...report, slide, searches: [search] }),
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

const findSlide = (
  { slides }: CheckedDeck,
  at: { readonly h: number; readonly v: number },
): CheckedSlide | undefined => slides.find(({ h, v }) => h === at.h && v === at.v);

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
  const { head } = deck.rendered.deck;
  const source = slide ? deck.read(slide.file) : head.source;
  const range = slide ?? { start: head.bodyOffset, end: source.text.length };
  const offset = locate(measure?.place.searches ?? searches ?? [], { ...range, text: source.text });
  const count = slide ? (steps.get(`${slide.h}/${slide.v}`) ?? 1) : 1;
  const where = slide ? `slide ${slide.number}${slide.heading && ` “${shorten(slide.heading)}”`}` : deck.name;
  const stepText = count > 1 && step > 1 ? `, step ${step} of ${count}` : '';
  const element = measure?.place.name ?? '';
  return {
    ...createDiagnostic({
      code,
      severity: 'warning',
      message: `${where}${stepText}: ${message}`,
      hint,
      source,
      offset,
    }),
    deck: deck.name,
    slide: slide?.number ?? '',
    slideId: slide?.id ?? '',
    step,
    viewport,
    element,
    fingerprint: fingerprint([code, deck.name, slideKey(slide), element, measure?.place.text ?? message]),
  };
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** A slide keeps its id or its heading when others are added before it. */
const slideKey = (slide: CheckedSlide | undefined): string =>
  slide?.id || slide?.heading || slide?.number || '';

const fingerprint = (parts: readonly string[]): string =>
  parts
    .map((part) => part.replaceAll(/[\s|]+/g, ' ').trim())
    .filter(Boolean)
    .join(' | ');

/** Drops requests for images that are reported at their elements. */
function withoutTwins(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
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
