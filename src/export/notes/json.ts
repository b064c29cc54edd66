/** Notes as JSON, for other programs. */
import type { DeckNotes } from './deck-notes.ts';
import { convertToText } from './markdown.ts';

/** Writes notes as JSON: one object for a deck, with its slides. */
export function writeJson({ name, title, language, totalTime, slides }: DeckNotes): string {
  const convert = convertToText();
  const written = {
    deck: name,
    title,
    language,
    ...(totalTime !== undefined && { totalTime }),
    slides: slides.map(({ number, id, heading, time, notes }) => ({
      number,
      ...(id !== '' && { id }),
      heading,
      ...(time !== undefined && { time }),
      notes: notes.map(({ step, html }) => ({ step, text: convert(html), html })),
    })),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}
