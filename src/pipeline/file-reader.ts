/** Reads files that the HTML of a page refers to by their address, such as slides in a separate file. */
import path from 'node:path';
import type { Page } from '../types.ts';
import { createAddressReader } from './address-reader.ts';
import type { Site } from './find-site.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** Reads the file at an address; `undefined` if the site has none. */
type ReadFile = (address: string, charset: string | undefined) => string | undefined;

/**
 * Reads the file that is published at an address, or else the file at that path next to the page, because Markdown
 * files there are not published themselves. Files outside the site are never read.
 */
export function createFileReader(page: Page, site: Site, { files, dependencies }: SiteEnvironment): ReadFile {
  return (address, charset) => {
    dependencies.addKinds(['published', 'page']);
    const deck = site.decks.find(({ pages }) => pages.includes(page));
    const outputPath = createAddressReader(deck ?? { outputPath: page.address }, site.config)(address)?.path;
    if (outputPath === undefined) return undefined;
    const published = site.staticSources.get(outputPath);
    const siblingPath = path.posix.join(path.posix.dirname(page.source.path), address);
    for (const source of published === undefined ? [siblingPath] : [published, siblingPath]) {
      const bytes = files.readBytes(source);
      if (!bytes) continue;
      dependencies.addUsedFile(source);
      return decode(bytes, charset);
    }
    return undefined;
  };
}

function decode(bytes: Uint8Array, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    // As in browsers, an unknown charset is ignored.
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder().decode(bytes);
  }
}
