/** Measures the image files that pages of a site refer to, once until they change. */
import { imageSize } from 'image-size';
import { callPackage } from '../call-package.ts';
import { findTag } from '../html.ts';
import type { PictureFile } from '../lint/rule.ts';
import type { FindImage, ImageSize } from '../render/image-attributes.ts';
import type { Deck } from '../types.ts';
import { createAddressReader } from './address-reader.ts';
import type { Site } from './find-site.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** The site in which the images of a deck are looked up. */
export interface ImageSources {
  readonly site: Site;
  readonly environment: SiteEnvironment;
}

/** The measured image files of a site. */
export interface ImageFiles {
  /** Creates a function that finds images by the addresses in the page of a deck. */
  createFinder(deck: Deck, sources: ImageSources): FindImage;
  /** Finds a picture by its path in the output, with its size in bytes; `undefined` for other files. */
  find(outputPath: string, sources: ImageSources): PictureFile | undefined;
  /** Drops the sizes of files, given as paths relative to the site's root. */
  invalidate(files: readonly string[]): void;
}

export function createImageFiles(): ImageFiles {
  const sizes = new Map<string, MeasuredFile>();
  const measureFile = (source: string, { files }: SiteEnvironment): MeasuredFile => {
    const measured = sizes.get(source) ?? measure(files.readBytes(source));
    sizes.set(source, measured);
    return measured;
  };
  return {
    createFinder: (deck, { site, environment }) => {
      const { assets, dependencies, templateFiles } = environment;
      const outputPathAt = createAddressReader(deck, site.config);
      // Templates may publish the file while another deck is rendered.
      const canBeGenerated = templateFiles.names.length > 0;
      return (address) => {
        if (!SITE_ADDRESS_RE.test(address)) dependencies.addKind('page');
        const outputPath = outputPathAt(address)?.path;
        if (outputPath === undefined) return undefined;
        const source = site.staticSources.get(outputPath);
        // Another file may be published at this address later, or a missing one may be added.
        dependencies.addKind('published');
        // A file created by a template is published under its name, without a source file.
        if (source === undefined) {
          const generated = assets.findPublished(outputPath);
          if (generated) dependencies.addKind('site');
          else if (canBeGenerated) dependencies.addKind('page');
          return readSize(generated);
        }
        dependencies.addUsedFile(source);
        return measureFile(source, environment).size;
      };
    },
    find(outputPath, { site, environment }) {
      const source = site.staticSources.get(outputPath);
      const { bytes, size } =
        source === undefined
          ? measure(environment.assets.findPublished(outputPath))
          : measureFile(source, environment);
      const isDrawing = /\.svg$/i.test(outputPath);
      return bytes === 0 ? undefined : { bytes, size: isDrawing ? undefined : size };
    },
    invalidate(files) {
      for (const file of files) sizes.delete(file);
    },
  };
}

/** A file, with its size in bytes and that of the image in it; 0 for one that does not exist. */
interface MeasuredFile {
  readonly bytes: number;
  readonly size: ImageSize | undefined;
}

function measure(bytes: Uint8Array | undefined): MeasuredFile {
  return { bytes: bytes?.length ?? 0, size: readSize(bytes) };
}

/** An address that leads to the same file from every page of a site. */
const SITE_ADDRESS_RE = /^(?:https?:\/\/|\/)/;

/** EXIF orientations from this one on swap width and height. */
const FIRST_ROTATED_ORIENTATION = 5;

function readSize(bytes: Uint8Array | undefined): ImageSize | undefined {
  if (!bytes) return undefined;
  return callPackage(
    () => {
      const { width, height, orientation = 1, type } = imageSize(bytes);
      if (!(width > 0 && height > 0)) return undefined;
      const isFluid = type === 'svg' && !hasLength(bytes);
      return orientation < FIRST_ROTATED_ORIENTATION
        ? { width, height, isFluid }
        : { width: height, height: width, isFluid };
    },
    // The file is not an image, or is damaged: the page works without its size.
    () => undefined,
  );
}

const LENGTH_RE = /^\s*\d*\.?\d+(?!\d|\.|\s*%)/;

/** Whether an SVG has an intrinsic width or height; a percentage does not count. */
function hasLength(bytes: Uint8Array): boolean {
  const { width = '', height = '' } = findTag(new TextDecoder().decode(bytes), 'svg')?.attributes ?? {};
  return LENGTH_RE.test(width) || LENGTH_RE.test(height);
}
