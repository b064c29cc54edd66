/** The files that the dev server sends besides pages and modules. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Site, SitePipeline } from '../pipeline.ts';
import type { Output, ReadyDeck } from '../types.ts';
import { contentType, type FileToSend } from './send-file.ts';

/** A file to send. */
export type ServedFile =
  /** A generated file. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly type: string }
  /** A file of the author. */
  | ({ readonly kind: 'path' } & FileToSend);

/** Finds files by the paths of requests. `publish` writes all pages that are not decks. */
export interface ServedFiles {
  find(requestPath: string, site: SitePipeline, publish: () => readonly Output[]): ServedFile | undefined;
  /** Adds the files that are published with a deck. */
  keep(deck: ReadyDeck): void;
  /** Adds files of a folder, which have the same paths in the output. */
  keepFolder(folder: string, files: readonly string[]): void;
}

/** Creates the files of the site at `root`. */
export function createServedFiles(root: string): ServedFiles {
  const published = new Map<string, ReadonlyMap<string, Uint8Array>>();
  const folders = new Map<string, string>();
  return {
    find(requestPath, pipeline, publish) {
      // The page of a folder is its index.html.
      const outputPath = /^$|\/$/.test(requestPath) ? `${requestPath}index.html` : requestPath;
      const [site, assets] = [pipeline.decks(), pipeline.assets()];
      const type = contentType(outputPath);
      const made =
        [...published.values()].map((files) => files.get(outputPath)).find(Boolean) ??
        assets.find((asset) => asset.path === outputPath)?.bytes;
      const bundled = folders.get(outputPath);
      if (bundled !== undefined) return { kind: 'bytes', bytes: readFileSync(bundled), type };
      if (isPagePath(outputPath, site, publish)) return undefined;
      if (made) return { kind: 'bytes', bytes: made, type };
      const source = site.staticSources.get(outputPath);
      return source === undefined ? undefined : { kind: 'path', root, path: source };
    },
    keep: ({ rendered, files }) =>
      void published.set(
        rendered.deck.outputPath,
        new Map(files.published.map((file) => [file.path, file.bytes])),
      ),
    keepFolder(folder, files) {
      for (const file of files) folders.set(file, path.join(folder, file));
    },
  };
}

/**
 * Whether a deck, or another page for which the site has a layout, is written to a path. As in a build, it wins over a
 * file with the same path.
 */
function isPagePath(
  requestPath: string,
  { decks, otherPages }: Site,
  publish: () => readonly Output[],
): boolean {
  const isHere = ({ outputPath }: { readonly outputPath: string }): boolean => outputPath === requestPath;
  return (
    decks.some(isHere) || (otherPages.some(isHere) && publish().some((output) => output.path === requestPath))
  );
}

/** Lists static files that have changed, by their paths in the output before and after. */
export function changedStaticFiles(
  sites: readonly Pick<Site, 'staticFiles'>[],
  changed: ReadonlySet<string>,
): readonly string[] {
  const files = sites.flatMap(({ staticFiles }) => staticFiles.filter(({ source }) => changed.has(source)));
  return [...new Set(files.map(({ outputPath }) => outputPath))];
}
