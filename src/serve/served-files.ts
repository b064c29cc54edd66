/** The files that the dev server sends besides pages and modules. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PublishedAsset, ReadyDeck, StaticFile } from '../types.ts';
import { contentType, type FileToSend } from './send-file.ts';

/** A file to send. */
export type ServedFile =
  /** A generated file. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly type: string }
  /** A file of the author. */
  | ({ readonly kind: 'path' } & FileToSend);

/** Finds files by their paths in the output. */
export interface ServedFiles {
  find(
    outputPath: string,
    statics: readonly StaticFile[],
    assets: readonly PublishedAsset[],
  ): ServedFile | undefined;
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
