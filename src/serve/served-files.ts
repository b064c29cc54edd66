/** The files that the dev server sends besides pages and modules: where they are seen, and as they are. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PublishedAsset, ReadyDeck, StaticFile } from '../types.ts';
import { contentType, type FileToSend } from './send-file.ts';

/** A file to be sent. */
export type ServedFile =
  /** Made for a deck. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly type: string }
  /** As its author has left it. */
  | ({ readonly kind: 'path' } & FileToSend);

/** Finds files by the paths that they have in the output. */
export interface ServedFiles {
  find(
    outputPath: string,
    statics: readonly StaticFile[],
    assets: readonly PublishedAsset[],
  ): ServedFile | undefined;
  /** Keeps what is published with a deck. */
  keep(deck: ReadyDeck): void;
  /** Keeps a folder whose files are seen below the root of the site. */
  keepFolder(folder: string, files: readonly string[]): void;
}

/** The files of the site at `root`. */
export function createServedFiles(root: string): ServedFiles {
  const published = new Map<string, ReadonlyMap<string, Uint8Array>>();
  const folders = new Map<string, string>();
  return {
    find(outputPath, statics, assets) {
      const type = contentType(outputPath);
      const made =
        [...published.values()].map((files) => files.get(outputPath)).find(Boolean) ??
        assets.find((asset) => asset.path === outputPath)?.bytes;
      if (made) return { kind: 'bytes', bytes: made, type };
      const bundled = folders.get(outputPath);
      if (bundled !== undefined) return { kind: 'bytes', bytes: readFileSync(bundled), type };
      const file = statics.find((candidate) => candidate.outputPath === outputPath);
      return file && { kind: 'path', root, path: file.source };
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
