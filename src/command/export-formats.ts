/**
 * The formats of `deckwright export`, in the order of `help`: to add one, add a row. Its code is imported when it runs.
 */
import type { HandoutNotesPlace, PaperName, SlidesPerPage } from '../export/handout/layout.ts';
import { notesFormatNames } from '../export/notes/format-names.ts';
import type { NotesPlace } from '../export/pdf/pages.ts';
import type { ExportOptions, ExportResult } from '../export/types.ts';
import { UsageError } from './command.ts';
import type { FlagName, Values } from './flags.ts';

/** A format of `deckwright export`. */
export interface ExportFormat {
  readonly about: string;
  /** Flags that the format takes, in addition to those of all formats. */
  readonly flags: readonly FlagName[];
  /** @throws {DeckError} with the author's mistakes that stop the export */
  run(this: void, options: ExportOptions, values: Values): Promise<ExportResult>;
}

export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  pdf: {
    about: 'a PDF of each deck, with a page for each slide',
    flags: ['steps', 'notes'],
    run: async (options, { notes }) => {
      const { exportPdf } = await import('../export/pdf/pdf.ts');
      return exportPdf({ ...options, ...(notes !== undefined && { notes: notes as NotesPlace }) });
    },
  },
  handout: {
    about: 'a PDF on paper, with several slides a page and their notes or lines to write on',
    flags: ['paper', 'per-page', 'notes'],
    run: async (options, { paper, 'per-page': perPage, notes }) => {
      if (notes === 'annotations')
        throw new UsageError(
          'annotations are for a PDF: the notes of a handout are below its slides or next to them.',
          'export',
        );
      const { exportHandout } = await import('../export/handout/handout.ts');
      return exportHandout({
        ...options,
        ...(paper !== undefined && { paper: paper as PaperName }),
        ...(perPage !== undefined && { perPage: Number(perPage) as SlidesPerPage }),
        ...(notes !== undefined && { notes: notes as HandoutNotesPlace }),
      });
    },
  },
  html: {
    about: 'one page of each deck, with all that it shows inside; needs no browser',
    flags: ['media', 'max-size', 'no-notes'],
    run: exportPage,
  },
  pptx: {
    about: 'a PowerPoint file of each deck, with a picture of each slide or with shapes',
    flags: ['steps', 'editable'],
    run: async (options, { editable = false }) => {
      const { exportPptx } = await import('../export/pptx/pptx.ts');
      return exportPptx({ ...options, editable });
    },
  },
  notes: {
    about: 'the speaker notes of each deck, as Markdown, text, HTML or JSON; needs no browser',
    flags: ['format'],
    run: async (options, { format }) => {
      const name = notesFormatNames.find((one) => one === format);
      if (format !== undefined && !name)
        throw new UsageError(
          `"${format}" is no format of notes: use ${notesFormatNames.join(', ')}.`,
          'export',
        );
      const { exportNotes } = await import('../export/notes/notes.ts');
      return exportNotes({ ...options, ...(name && { format: name }) });
    },
  },
  png: pictures('png', 'a picture of each slide'),
  jpeg: pictures('jpeg', 'the same as JPEG'),
  webp: pictures('webp', 'the same as WebP'),
};

/** Flags of all formats. */
export const commonFlags = ['all', 'output', 'range'] as const satisfies readonly FlagName[];

async function exportPage(options: ExportOptions, values: Values): Promise<ExportResult> {
  if (options.range !== undefined) throw new UsageError('export html has no flag --range.', 'export');
  const { media, 'max-size': size, 'no-notes': withoutNotes = false } = values;
  const { exportHtml } = await import('../export/html/html.ts');
  return exportHtml({
    ...options,
    withoutNotes,
    ...(media !== undefined && { media: media === 'link' ? 'link' : 'embed' }),
    ...(size !== undefined && { maxBytes: Number(size) * 1_000_000 }),
  });
}

function pictures(format: 'png' | 'jpeg' | 'webp', about: string): ExportFormat {
  return {
    about,
    flags: ['steps', 'size'],
    run: async (options, { size }) => {
      const { exportImages } = await import('../export/images/images.ts');
      return exportImages({ ...options, format, ...(size !== undefined && { width: Number(size) }) });
    },
  };
}
