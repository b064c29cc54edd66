/** Copies slides as HTML without scripts. */
import type { DeckPage } from '../../browser/open-deck.ts';
import type { Step } from '../../browser/page-steps.ts';
import type { ShownStep } from '../walk-slides.ts';
import { whileAlone } from '../while-alone.ts';
import type { FrameBox, SnapshotTools } from './snapshot-tools.ts';

/** A copy of what the page of a deck shows at a step. */
export interface Snapshot {
  /** An element with everything in the window, at the size of the deck. */
  readonly html: string;
  /** Stylesheets as HTML. */
  readonly head: readonly string[];
  /** Attributes of the document element. */
  readonly root: readonly (readonly [name: string, value: string])[];
}

declare const deckSnapshot: SnapshotTools;

/** Pixels of a picture of a frame for a pixel of the deck. */
const SCALE = 2;

/** Copies the step that is shown. The page needs `snapshotScript`. */
export async function takeSnapshot(shown: ShownStep): Promise<Snapshot> {
  const { deck, deckPage, step } = shown;
  const boxes = await deckPage.run(step, () => deckSnapshot.listFrames(), null);
  const frames = boxes.length > 0 ? await whileAlone(shown, () => takeFrames(deckPage, step, boxes)) : [];
  return deckPage.run(
    step,
    (options) => ({
      html: deckSnapshot.page(options),
      head: deckSnapshot.head(),
      root: deckSnapshot.root(),
    }),
    { publicUrl: deck.publicUrl ?? '', frames },
  );
}

/** Takes pictures of frames, as data URLs; empty for one that is not seen. */
async function takeFrames(
  deckPage: DeckPage,
  step: Step,
  boxes: readonly FrameBox[],
): Promise<readonly string[]> {
  const { page } = deckPage;
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  const session = await page.context().newCDPSession(page);
  const pictures: string[] = [];
  for (const box of boxes) {
    const clip = cut(box, window);
    if (!clip) {
      pictures.push('');
      continue;
    }
    if (box.isBackground) await deckPage.run(step, () => deckSnapshot.hideSlides(true), null);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      clip: { ...clip, scale: SCALE },
    });
    if (box.isBackground) await deckPage.run(step, () => deckSnapshot.hideSlides(false), null);
    pictures.push(`data:image/png;base64,${data}`);
  }
  await session.detach();
  return pictures;
}

/** The part of a box that is in the window. */
function cut(box: FrameBox, window: { readonly width: number; readonly height: number }) {
  const x = Math.max(box.x, 0);
  const y = Math.max(box.y, 0);
  const width = Math.min(box.x + box.width, window.width) - x;
  const height = Math.min(box.y + box.height, window.height) - y;
  return width >= 1 && height >= 1 ? { x, y, width, height } : undefined;
}
