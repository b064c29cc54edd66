/** Images that are not shown, because their file is missing, damaged or late. */
import type { PageTools } from '../page-tools.ts';
import type { Measure, PageRule } from '../types.ts';

declare const deckCheck: PageTools;

export const imageBroken: PageRule = {
  kind: 'page',
  code: 'image-broken',
  when: 'slide',
  measure,
  report: ({ values: { address = '' }, detail }) => ({
    message: `the image ${address} ${detail}`,
    hint: 'Check the name of the file and its folder, and whether a browser shows it.',
  }),
};

async function measure(): Promise<readonly Measure[]> {
  const images = [...deckCheck.slide().querySelectorAll<HTMLImageElement>('img')];
  // The signal of the deck waits for no lazy image: the browser may have started to load it only now.
  const lazy = images.filter(
    (image) => image.loading === 'lazy' && !image.complete && image.checkVisibility(),
  );
  for (const image of lazy) image.loading = 'eager';
  const loaded = Promise.allSettled(lazy.map((image) => image.decode()));
  if (lazy.length > 0) await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 10_000))]);
  return images.flatMap((image) => {
    const address = image.getAttribute('src') ?? image.getAttribute('data-src') ?? image.currentSrc;
    // Images of other hosts are blocked here, and reported as requests.
    const isExternal = new URL(image.currentSrc || address, document.baseURI).host !== location.host;
    if (address === '' || (isExternal && !address.startsWith('data:'))) return [];
    const isLazy = image.loading === 'lazy' && !image.checkVisibility();
    const isLate = !image.complete && !isLazy;
    // An SVG that is drawn may have no width, but then it has not failed to load.
    const isBroken = image.complete && image.naturalWidth === 0 && deckCheck.failed.has(image);
    if (!isLate && !isBroken) return [];
    const detail = isLate ? 'has not arrived in time' : 'can’t be shown';
    return [{ place: deckCheck.place(image), detail, values: { address: address.slice(0, 120) } }];
  });
}
