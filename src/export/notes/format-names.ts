/** The names of the formats of notes, for the command line, which loads no more of an export before it runs. */
export const notesFormatNames = ['markdown', 'text', 'html', 'json'] as const;

/** The name of a format of notes. */
export type NotesFormatName = (typeof notesFormatNames)[number];
