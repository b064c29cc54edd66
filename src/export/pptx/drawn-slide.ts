/** What is drawn of a slide, before the file is written. */
import type { Look, Shape, SlideModel } from '../ooxml/model.ts';

/** What is drawn of a slide. Links to slides have the place of the slide in the deck. */
export interface DrawnSlide {
  readonly look: Look;
  readonly title: string;
  readonly background: SlideModel['background'];
  /** From the back to the front. */
  readonly shapes: readonly Shape[];
  /** What had to become a picture, in words. */
  readonly pictures: readonly string[];
}
