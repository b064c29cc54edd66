/** The formats of exported notes. */
import type { DeckNotes } from './deck-notes.ts';
import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { type NotesFormatName, notesFormatNames } from './format-names.ts';
import { writeMarkdown, writeText } from './markdown.ts';

/** A format of notes. */
export interface NotesFormat {
  /** With its dot; the first one is that of new files. */
  readonly extensions: readonly [string, ...string[]];
  readonly write: (notes: DeckNotes) => string;
}

/** The formats by name. */
export const notesFormats: Readonly<Record<NotesFormatName, NotesFormat>> = {
  markdown: { extensions: ['.md', '.markdown'], write: writeMarkdown },
  text: { extensions: ['.txt'], write: writeText },
  html: { extensions: ['.html', '.htm'], write: writeHtml },
  json: { extensions: ['.json'], write: writeJson },
};

/** Finds the format of a file by its extension; `undefined` for other extensions, and without a file. */
export const formatOfFile = (file = ''): NotesFormatName | undefined =>
  notesFormatNames.find((name) =>
    notesFormats[name].extensions.some((extension) => file.toLowerCase().endsWith(extension)),
  );
