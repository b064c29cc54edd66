/** The image files of a site by the addresses in its pages, measured once until they change. */
import { imageSize } from 'image-size';
import { findTag } from '../html.ts';
import type { FindImage, KnownImage } from '../render/images.ts';
import type { Deck, SiteConfig } from '../types.ts';
import type { Site } from './find-site.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** Where the images of a deck are looked for. */
export interface ImagePlaces {
  readonly site: Site;
  readonly environment: SiteEnvironment;
}

/** Measures images. */
export interface ImageFiles {
  /** Finds images by the addresses in the page of a deck. */
  finder(deck: Deck, places: ImagePlaces): FindImage;
  /** Forgets files, given as paths below the site's root. */
  forget(files: readonly string[]): void;
}

export function createImageFiles(): ImageFiles {
  const measured = new Map<string, KnownImage | undefined>();
  const published = new WeakMap<Site, ReadonlyMap<string, string>>();
  const sourcesOf = (site: Site): ReadonlyMap<string, string> => {
    const known =
      published.get(site) ?? new Map(site.staticFiles.map(({ outputPath, source }) => [outputPath, source]));
    published.set(site, known);
    return known;
  };
  const measureFile = (source: string, { files }: SiteEnvironment): KnownImage | undefined => {
    if (!measured.has(source)) measured.set(source, measure(files.readBytes(source)));
    return measured.get(source);
  };
  return {
    finder: (deck, { site, environment }) => {
      const sources = sourcesOf(site);
      return (address) => {
        const outputPath = outputPathOf(address, deck, site.config);
        if (outputPath === undefined) return undefined;
        const source = sources.get(outputPath);
        // It may be another file soon, or one that is missing may come.
        environment.uses.kind('published');
        // What templates make is published under its name, and has no file.
        if (source === undefined) {
          const made = environment.assets.published().find(({ path }) => path === outputPath);
          if (made) environment.uses.kind('site');
          return measure(made?.bytes);
        }
        environment.uses.part(source);
        return measureFile(source, environment);
      };
    },
    forget(files) {
      for (const file of files) measured.delete(file);
    },
  };
}

/** A base URL may be a bare path; this host is put before it, and never seen. */
const STAND_IN = 'http://host.invalid/';

/** Where an address of a page leads to in the output; `undefined` where it leads out of the site. */
export function outputPathOf(
  address: string,
  { outputPath }: Pick<Deck, 'outputPath'>,
  { baseURL, basePath }: SiteConfig,
): string | undefined {
  const root = new URL(baseURL, STAND_IN);
  const page = new URL(outputPath.split('/').map(encodeURIComponent).join('/'), root);
  if (!URL.canParse(address, page.href)) return undefined;
  const { host, pathname } = new URL(address, page);
  if (host !== root.host) return undefined;
  // A root-relative address may have the base path, or leave it out.
  const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname.slice(1);
  try {
    return decodeURIComponent(path);
  } catch (error) {
    // A lone % in it: no file is published under such a name.
    if (!(error instanceof URIError)) throw error;
    return undefined;
  }
}

/** From this one on, the orientation of a photo stands on its side. */
const FIRST_TURNED = 5;

function measure(bytes: Uint8Array | undefined): KnownImage | undefined {
  if (!bytes) return undefined;
  try {
    const { width, height, orientation = 1, type } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    const isFluid = type === 'svg' && !hasLength(bytes);
    return orientation < FIRST_TURNED
      ? { width, height, isFluid }
      : { width: height, height: width, isFluid };
  } catch (error) {
    // The file is no image, or not whole: the page is as good without its size.
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
}

const LENGTH_RE = /^\s*\d*\.?\d+(?!\d|\.|\s*%)/;

/** Whether an SVG has a width or a height of its own; one in per cent is none. */
function hasLength(bytes: Uint8Array): boolean {
  const { width = '', height = '' } = findTag(new TextDecoder().decode(bytes), 'svg')?.attributes ?? {};
  return LENGTH_RE.test(width) || LENGTH_RE.test(height);
}
