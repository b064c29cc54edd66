/** Pictures that are larger than a slide needs, which makes decks slow to load and slides slow to appear. */
import type { LintedDeck, LintedSite, LintFinding, LintRule, PictureFile } from '../rule.ts';

export const largeImages: LintRule = {
  codes: ['image-large'],
  check(deck, site) {
    const slideSize = readSlideSize(deck);
    const seen = new Set<string>();
    const found: LintFinding[] = [];
    for (const slide of deck.parts)
      for (const { kind, address, nth } of slide.addresses) {
        if (kind !== 'picture' || seen.has(address)) continue;
        seen.add(address);
        const picture = findPicture(address, deck, site);
        const words = picture && describe(picture, slideSize, site.largeImage);
        if (!words) continue;
        const message = `the picture "${address}" ${words.message}`;
        found.push({ code: 'image-large', message, hint: words.hint, place: { slide, words: address, nth } });
      }
    return found;
  },
};

function findPicture(address: string, deck: LintedDeck, site: LintedSite): PictureFile | undefined {
  const path = deck.readAddress(address)?.path;
  return path === undefined ? undefined : site.findPicture(path);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of slides by default. Source: reveal.js's `config.js`. */
const SLIDE_SIZE: Size = { width: 960, height: 700 };

/** The size of the deck's slides in CSS pixels; `undefined` if it depends on the window. */
function readSlideSize({ ready }: LintedDeck): Size | undefined {
  const { width = SLIDE_SIZE.width, height = SLIDE_SIZE.height } = ready.rendered.params.options;
  const size = { width: Number(width), height: Number(height) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

/** Twice as many pixels in each direction are sharp on screens of high density. */
const MAX_SCALE = 2;

function describe(
  { bytes, size }: PictureFile,
  slide: Size | undefined,
  limit: number,
): Pick<LintFinding, 'message' | 'hint'> | undefined {
  const fit = size && slide && fitTwice(size, slide);
  const scale = fit && `Scale it to ${fit.width} × ${fit.height} pixels`;
  if (bytes > limit)
    return {
      message: `has ${megabytes(bytes)}, more than ${megabytes(limit)}`,
      hint: `${scale ?? 'Make it smaller'}, or save it as WebP or AVIF.`,
    };
  if (!scale || !size || !slide) return undefined;
  return {
    message: `has ${size.width} × ${size.height} pixels, more than four times those of a slide (${slide.width} × ${slide.height})`,
    hint: `${scale}.`,
  };
}

/** The size at which a picture fills a slide twice in each direction; `undefined` if it has no more pixels than that. */
function fitTwice({ width, height }: Size, slide: Size): Size | undefined {
  if (width * height <= MAX_SCALE ** 2 * slide.width * slide.height) return undefined;
  const ratio = MAX_SCALE * Math.min(slide.width / width, slide.height / height);
  return { width: Math.round(width * ratio), height: Math.round(height * ratio) };
}

const MEGABYTE = 1_000_000;

const megabytes = (bytes: number): string => `${Number((bytes / MEGABYTE).toPrecision(2))} MB`;
