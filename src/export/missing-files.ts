/** What decks and slides are exported without. */
import path from 'node:path';
import type { DeckPage } from '../browser/open-deck.ts';
import { decodeEscapes } from '../decode-escapes.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import { findPlace } from '../measured/create-finding.ts';
import { placeOf } from './place-of.ts';
import type { ShownAddress } from './slide-tools.ts';
import type { ExportDeck, ExportRun, ExportSlide, SlideFacts } from './types.ts';

/** Something of a slide that could not be loaded. */
export interface MissingFile {
  readonly name: string;
  /** The status of the response, or the error of the network. */
  readonly reason: string;
}

/** Finds what a slide shows and could not be loaded, without the files about which the build has warned. */
export function findMissing(
  { events }: Pick<DeckPage, 'events'>,
  addresses: readonly ShownAddress[],
  siteWarnings: readonly Diagnostic[],
): readonly MissingFile[] {
  const reasons = new Map(
    events.flatMap((event) => (event.kind === 'request' ? [[event.url, event.reason] as const] : [])),
  );
  return addresses.flatMap(({ url, name }) => {
    const reason = reasons.get(url);
    return reason === undefined || isWarned(name, siteWarnings) ? [] : [{ name, reason }];
  });
}

/** Warnings about stylesheets, scripts and fonts that a deck is exported without. */
export function deckWarnings(
  { events }: Pick<DeckPage, 'events'>,
  deck: ExportDeck,
  { url, siteWarnings }: Pick<ExportRun, 'url' | 'siteWarnings'>,
): readonly Diagnostic[] {
  const reasons = new Map<string, string>();
  for (const event of events)
    if (event.kind === 'request' && /^(?:stylesheet|script|font)$/.test(event.type))
      reasons.set(event.url.startsWith(url) ? event.url.slice(url.length - 1) : event.url, event.reason);
  return [...reasons]
    .filter(([name]) => !isWarned(name, siteWarnings))
    .map(([name, reason]) =>
      createDiagnostic({
        code: 'deck-incomplete',
        severity: 'warning',
        message: `${deck.name} is exported without ${name}, which can’t be loaded (${reason})`,
        hint: HINT,
        ...findPlace(deck.sources, undefined, [name]),
      }),
    );
}

const HINT = 'Look whether its address answers, or put a copy of it into the site.';

/** Whether the build has warned about a file of the site. */
function isWarned(name: string, siteWarnings: readonly Diagnostic[]): boolean {
  if (/^\w+:/.test(name)) return false;
  const file = decodeEscapes(path.posix.basename(name));
  return siteWarnings.some(({ code, message }) => WARNED_CODES.has(code) && message.includes(file));
}

const WARNED_CODES: ReadonlySet<DiagnosticCode> = new Set([
  'image-missing',
  'media-missing',
  'style-missing',
  'script-missing',
]);

/** A step of a slide, with what it is exported without. */
interface ExportedSlide {
  readonly slide: ExportSlide;
  readonly facts: SlideFacts | undefined;
  readonly missing: readonly MissingFile[];
}

/** Warnings about what a slide is exported without: what has not arrived in time, and what could not be loaded. */
export function missingWarnings(walked: readonly ExportedSlide[], deck: ExportDeck): readonly Diagnostic[] {
  const bySlide = new Map(walked.map((one) => [one.slide, one]));
  return [...bySlide.values()].flatMap(({ slide, facts, missing }) => {
    const without = (code: 'slide-late' | 'slide-incomplete', name: string, why: string): Diagnostic =>
      createDiagnostic({
        code,
        severity: 'warning',
        message: `${deck.name} slide ${slide.number} is exported without ${name}, which ${why}`,
        hint: HINT,
        ...placeOf(deck, slide, [name]),
      });
    return [
      ...(facts?.late ?? []).map((name) => without('slide-late', name, 'has not arrived in time')),
      ...missing.map(({ name, reason }) => without('slide-incomplete', name, `can’t be loaded (${reason})`)),
    ];
  });
}
