/** Pictures, videos and frames without which slides are exported. */
import path from 'node:path';
import type { DeckPage } from '../browser/open-deck.ts';
import { decodeEscapes } from '../decode-escapes.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import { placeOf } from './place-of.ts';
import type { ShownAddress } from './slide-tools.ts';
import type { ExportDeck, ExportSlide, SlideFacts } from './types.ts';

/** Something of a slide that could not be loaded. */
export interface MissingFile {
  readonly name: string;
  /** The status of the response, or the error of the network. */
  readonly reason: string;
}

/** Finds what could not be loaded, without the files about which the build has warned. */
export function findMissing(
  { events }: DeckPage,
  addresses: readonly ShownAddress[],
  siteWarnings: readonly Diagnostic[],
): readonly MissingFile[] {
  const reasons = new Map(
    events.flatMap((event) => (event.kind === 'request' ? [[event.url, event.reason] as const] : [])),
  );
  const warned = siteWarnings.filter(({ code }) => WARNED_CODES.has(code));
  const isWarned = (name: string): boolean =>
    !/^\w+:/.test(name) &&
    warned.some(({ message }) => message.includes(decodeEscapes(path.posix.basename(name))));
  return addresses.flatMap(({ url, name }) => {
    const reason = reasons.get(url);
    return reason === undefined || isWarned(name) ? [] : [{ name, reason }];
  });
}

const WARNED_CODES: ReadonlySet<DiagnosticCode> = new Set([
  'image-missing',
  'media-missing',
  'style-missing',
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
        hint: 'Look whether its address answers, or put a copy of it into the site.',
        ...placeOf(deck, slide, [name]),
      });
    return [
      ...(facts?.late ?? []).map((name) => without('slide-late', name, 'has not arrived in time')),
      ...missing.map(({ name, reason }) => without('slide-incomplete', name, `can’t be loaded (${reason})`)),
    ];
  });
}
