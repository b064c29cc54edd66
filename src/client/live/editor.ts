/** Opens the source of the current slide in the author's editor, with `E`. */
import type { RevealApi } from 'reveal.js';
import type { DeckProblem, FilePosition, SlideLines } from '../protocol.ts';
import type { Sections } from './patch-deck.ts';

const KEY_E = 69;

const NO_EDITOR = 'editor-missing';

/** The current state of the deck. */
export interface EditorContext {
  readonly root: string;
  readonly slideLines: readonly SlideLines[];
  readonly sections: Sections;
}

/** Shows a problem in the overlay. */
export type ShowProblem = (problem: DeckProblem) => void;

/** Binds the key. The server opens the editor: `LAUNCH_EDITOR`, or one that is running. */
export function bindEditor(
  deck: RevealApi,
  base: string,
  source: () => EditorContext,
  showProblem: ShowProblem,
): void {
  const open = (): void => {
    const position = locateSlide(deck.getCurrentSlide(), source());
    if (position) void openEditor(base, position, showProblem);
  };
  deck.addKeyBinding({ keyCode: KEY_E, key: 'E', description: 'Open the slide in the editor' }, open);
}

/** Opens a position in the author's editor, and shows a problem if there is no editor. */
export async function openEditor(
  base: string,
  { file, line, column }: EditorPosition,
  showProblem: ShowProblem,
): Promise<void> {
  const target = new URLSearchParams({ file: `${file}:${line}:${column}` });
  const response = await fetch(`${base}__open-in-editor?${target}`);
  if (response.ok) return;
  showProblem({
    outputPath: '',
    code: NO_EDITOR,
    message: await response.text(),
    hint: `Location: ${file}:${line}`,
    frame: '',
    position: undefined,
    more: 0,
  });
}

/** A position as the editor needs it. */
type EditorPosition = Omit<FilePosition, 'path'>;

/** Finds the file and the line of a slide. */
function locateSlide(
  slide: Element | undefined,
  { root, slideLines, sections }: EditorContext,
): EditorPosition | undefined {
  const section = sections.findIndex((candidate) => slide !== undefined && candidate.contains(slide));
  const position = slideLines.flatMap(({ file, lines }) => lines.map((slides) => ({ file, slides })))[
    section
  ];
  if (!slide || !position) return undefined;
  const inStack = countSections(sections[section]).indexOf(slide);
  const line = position.slides[Math.max(inStack, 0)] ?? position.slides[0] ?? 1;
  return { file: `${root}/${position.file}`, line, column: 1 };
}

const countSections = (section: Element | undefined): readonly Element[] => [
  ...(section?.querySelectorAll(':scope > section') ?? []),
];
