/** Files of the site that the HTML of a page names by their address, such as slides in a file of their own. */
import path from 'node:path';
import type { Page } from '../types.ts';
import type { Site } from './find-site.ts';
import { outputPathOf } from './image-files.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** The text of the file at an address; `undefined` where the site has none. */
type ReadFile = (address: string, charset: string | undefined) => string | undefined;

/**
 * Reads what is published at an address, or else the file at that path beside the page: Markdown there is published
 * under no name of its own. Nothing outside of the site is read.
 */
export function createFileReader(
  page: Page,
  site: Site,
  { files, uses: dependencies }: SiteEnvironment,
): ReadFile {
  return (address, charset) => {
    dependencies.addKind('published');
    const deck = site.decks.find(({ pages }) => pages.includes(page));
    const outputPath = outputPathOf(address, deck ?? { outputPath: page.address }, site.config);
    if (outputPath === undefined) return undefined;
    const published = site.staticFiles.find((file) => file.outputPath === outputPath)?.source;
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
    // As in browsers, a name that nobody knows counts for nothing.
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder().decode(bytes);
  }
}
