/** Draws a slide as one picture of it, with its words for screen readers and its links on top. */
import { takePicture } from '../images/take-picture.ts';
import type { Media, Shape } from '../ooxml/model.ts';
import type { ShownStep } from '../walk-slides.ts';
import type { DrawnSlide } from './drawn-slide.ts';
import type { PageTools } from './page-tools.ts';

declare const deckShapes: PageTools;

/** A picture of so many bytes is looked at as JPEG, too. */
const LARGE = 600_000;

/** Draws the slide that is shown. */
export async function drawPicture(shown: ShownStep): Promise<Omit<DrawnSlide, 'look'>> {
  const { deckPage, step } = shown;
  const words = await deckPage.run(step, () => deckShapes.words(), null);
  const media = await takeMedia(shown);
  const { width, height } = deckPage.page.viewportSize() ?? { width: 960, height: 700 };
  const links = words.links.map(({ box, link, text }): Shape => ({
    kind: 'box',
    box,
    link,
    alt: text || 'Link',
  }));
  const picture: Shape = {
    kind: 'picture',
    box: { left: 0, top: 0, width, height },
    media,
    alt: words.alt,
  };
  return {
    title: words.title,
    background: words.background,
    shapes: [picture, ...links],
    pictures: [],
  };
}

/** A PNG; a JPEG if that is much smaller, as it is for photographs. */
export async function takeMedia(shown: Pick<ShownStep, 'deckPage' | 'step'>): Promise<Media> {
  const png: Media = { bytes: await takePicture(shown, 'png'), format: 'png' };
  if (png.bytes.length < LARGE) return png;
  const jpeg: Media = { bytes: await takePicture(shown, 'jpeg'), format: 'jpeg' };
  return jpeg.bytes.length < png.bytes.length / 2 ? jpeg : png;
}
