/** Exports the speaker notes of decks. They are read from the rendered slides, so no browser is needed. */
import {
  collectFindings,
  createFailure,
  openSite,
  type OpenSite,
  sortDiagnostics,
  stopsBuild,
} from '../../bundle/open-site.ts';
import { deckName } from '../../deck-name.ts';
import type { ReadyDeck } from '../../types.ts';
import { chooseDecks, fileNameOf } from '../choose-decks.ts';
import { outputFile, writeOutput } from '../output-files.ts';
import { selectSlides } from '../range.ts';
import type { ExportOptions, ExportResult } from '../types.ts';
import { type DeckNotes, readDeckNotes } from './deck-notes.ts';
import type { NotesFormatName } from './format-names.ts';
import { formatOfFile, notesFormats } from './formats.ts';

/** Options of an export of notes. */
export interface NotesOptions extends Omit<ExportOptions, 'steps' | 'limits'> {
  /** By default, that of the extension of `output`, or else Markdown. */
  readonly format?: NotesFormatName;
}

/**
 * Exports the notes of decks, as a file for each.
 * @throws {DeckError} if the site has errors, and if a deck or a slide of the range does not exist
 */
export function exportNotes(options: NotesOptions): ExportResult {
  const startedAt = performance.now();
  options.onStep?.('reading the site');
  const open = openSite(options);
  const ready = chooseDecks(open, options).map((deck) =>
    open.findFiles(open.pipeline.render(deck), open.site),
  );
  const found = collectFindings(open, ready);
  if (stopsBuild(found, false)) throw createFailure(open, ready, found);
  const all = ready.map((deck) => readNotes(deck, open, options.range));
  const { extensions, write } = notesFormats[options.format ?? formatOfFile(options.output) ?? 'markdown'];
  const place = { output: options.output, decks: all.length };
  const files = all.map(({ fileName, notes }) =>
    writeOutput(outputFile({ fileName }, extensions[0], place), write(notes)),
  );
  return {
    files,
    problems: [],
    warnings: sortDiagnostics(found),
    decks: all.length,
    slides: all.reduce((sum, { notes }) => sum + notes.slides.length, 0),
    milliseconds: performance.now() - startedAt,
  };
}

/** The notes of a deck, and the name of its file without an extension. */
interface NamedNotes {
  readonly fileName: string;
  readonly notes: DeckNotes;
}

function readNotes({ rendered }: ReadyDeck, { site }: OpenSite, range: string | undefined): NamedNotes {
  const { deck } = rendered;
  const { languages, languageCode } = site.config;
  const own = languages.find(({ code }) => code === deck.head.language);
  const name = deckName(deck);
  const notes = readDeckNotes(rendered, { name, language: own?.languageCode ?? languageCode });
  const slides = selectSlides(notes.slides, range, name);
  return { fileName: `${fileNameOf(deck)}-notes`, notes: { ...notes, slides } };
}
