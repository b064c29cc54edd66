/** Waiting before reveal.js measures the slides of the print view: it does so once, when it starts. */
import { ALL_LAZY, startLoading } from '../lazy-images.ts';

const MEASURING = 'deck-measuring';

/** Waits until the fonts and images of all slides are loaded. */
export async function untilMeasurable(): Promise<void> {
  // Fonts are loaded only for text that is laid out, and slides are not before reveal.js has started.
  document.documentElement.classList.add(MEASURING);
  document.body.getBoundingClientRect();
  const images = loadAllImages();
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  }
  await images;
  await document.fonts.ready;
  document.documentElement.classList.remove(MEASURING);
}

/** Loads the images of all slides and waits for them, except for those that fail. */
async function loadAllImages(): Promise<void> {
  startLoading(document, ALL_LAZY);
  await Promise.allSettled([...document.images].map((image) => image.decode()));
}
