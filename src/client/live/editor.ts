/** Opens the source of the current slide in the author's editor, with `E`. */
import type { RevealApi } from 'reveal.js';
import type { DeckProblem, FilePlace, PagePlaces } from '../protocol.ts';
import type { Sections } from './patch.ts';

const KEY_E = 69;

const NO_EDITOR = 'editor-missing';

/** The current state of the deck. */
export interface Source {
  readonly root: string;
  readonly places: readonly PagePlaces[];
  readonly sections: Sections;
}

/** Shows a problem in the overlay. */
export type Tell = (problem: DeckProblem) => void;

/** Binds the key. The server opens the editor: `LAUNCH_EDITOR`, or one that is running. */
export function bindEditor(deck: RevealApi, base: string, source: () => Source, tell: Tell): void {
  const open = (): void => {
    const place = placeOf(deck.getCurrentSlide(), source());
    if (place) void openEditor(base, place, tell);
  };
  deck.addKeyBinding({ keyCode: KEY_E, key: 'E', description: 'Open the slide in the editor' }, open);
}

/** Opens a position in the author's editor, and shows a problem if there is no editor. */
export async function openEditor(
  base: string,
  { file, line, column }: EditorPlace,
  tell: Tell,
): Promise<void> {
  const target = new URLSearchParams({ file: `${file}:${line}:${column}` });
  const response = await fetch(`${base}__open-in-editor?${target}`);
  if (response.ok) return;
  tell({
    outputPath: '',
    code: NO_EDITOR,
    message: await response.text(),
    hint: `Location: ${file}:${line}`,
    frame: '',
    place: undefined,
    more: 0,
  });
}

/** A position as the editor needs it. */
type EditorPlace = Omit<FilePlace, 'path'>;

/** Finds the file and the line of a slide. */
function placeOf(slide: Element | undefined, { root, places, sections }: Source): EditorPlace | undefined {
  const section = sections.findIndex((candidate) => slide !== undefined && candidate.contains(slide));
  const place = places.flatMap(({ file, lines }) => lines.map((slides) => ({ file, slides })))[section];
  if (!slide || !place) return undefined;
  const inStack = sectionsOf(sections[section]).indexOf(slide);
  const line = place.slides[Math.max(inStack, 0)] ?? place.slides[0] ?? 1;
  return { file: `${root}/${place.file}`, line, column: 1 };
}

const sectionsOf = (section: Element | undefined): readonly Element[] => [
  ...(section?.querySelectorAll(':scope > section') ?? []),
];
