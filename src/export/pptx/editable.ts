/** Draws a slide as text boxes, tables and pictures at their measured places. */
import type { Media, Shape } from '../ooxml/model.ts';
import type { ShownStep } from '../walk-slides.ts';
import { whileAlone } from '../while-alone.ts';
import type { DrawnSlide } from './drawn-slide.ts';
import { imageShape, readImageFile } from './image-files.ts';
import type { MeasuredItem, MeasuredPicture, MeasureTools } from './measured.ts';
import { takeMedia } from './picture-slide.ts';

declare const deckShapes: MeasureTools;

/** Draws the slide that is shown. */
export async function drawEditable(shown: ShownStep): Promise<Omit<DrawnSlide, 'look'>> {
  const { deckPage, step } = shown;
  const { title } = await deckPage.run(step, () => deckShapes.words(), null);
  const measured = await deckPage.run(step, () => deckShapes.measure(), null);
  const shapes: Shape[] = [];
  for (const item of measured.items) {
    const shape = await drawItem(item, shown);
    if (shape) shapes.push(shape);
  }
  const isPicture = measured.background === undefined;
  return {
    title,
    background: measured.background ?? (await takeBackground(shown)),
    shapes,
    pictures: [
      ...(isPicture && measured.backgroundWords !== '' ? [measured.backgroundWords] : []),
      ...measured.items.flatMap((item) => (item.kind === 'picture' && item.what !== '' ? [item.what] : [])),
    ],
  };
}

async function drawItem(item: MeasuredItem, shown: ShownStep): Promise<Shape | undefined> {
  if (item.kind === 'shape') return item.shape;
  if (item.kind === 'picture') return drawPart(item, shown);
  const file = item.isChanged ? undefined : await readImageFile(item.url);
  const part: MeasuredPicture = { ...item, kind: 'picture', isDecoration: false, what: '' };
  if (file && file.format !== 'svg') return imageShape(item, file);
  const picture = await drawPart(part, shown);
  // A drawing that is cut off has no file of the same part.
  const isWhole = item.full.width - item.box.width < 1 && item.full.height - item.box.height < 1;
  if (!file || !isWhole || picture?.kind !== 'picture') return picture;
  return { ...picture, svg: file };
}

async function drawPart(item: MeasuredPicture, shown: ShownStep): Promise<Shape | undefined> {
  const { deckPage, step } = shown;
  const { index, isDecoration, box, alt, link } = item;
  await deckPage.run(step, (at) => deckShapes.isolate(at.index, at.isDecoration), { index, isDecoration });
  try {
    const { left: x, top: y, width, height } = box;
    const bytes = await whileAlone(shown, () =>
      deckPage.page.screenshot({ clip: { x, y, width, height }, omitBackground: true, type: 'png' }),
    );
    return { kind: 'picture', box, media: { bytes, format: 'png' }, alt, ...(link && { link }) };
  } finally {
    await deckPage.run(step, () => deckShapes.restore(), null);
  }
}

async function takeBackground(shown: ShownStep): Promise<Media> {
  const { deckPage, step } = shown;
  await deckPage.run(step, () => deckShapes.isolateBackground(), null);
  try {
    return await takeMedia(shown);
  } finally {
    await deckPage.run(step, () => deckShapes.restore(), null);
  }
}
