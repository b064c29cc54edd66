/** The files that the dev server sends besides pages and modules: where they are seen, and as they are. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PublishedAsset, RenderedDeck, StaticFile } from '../../types.ts';

/** A file to be sent. */
export type ServedFile =
  /** Bytes, because Vite would take the file for a module and change it. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly type: string }
  /** A path below the site's root, from where Vite sends it, in parts where a video asks for them. */
  | { readonly kind: 'path'; readonly path: string };

/** Finds files by the paths that they have in the output. */
export interface ServedFiles {
  find(
    outputPath: string,
    statics: readonly StaticFile[],
    assets: readonly PublishedAsset[],
  ): ServedFile | undefined;
  /** Keeps what is published with a deck. */
  keep(rendered: RenderedDeck): void;
  /** Keeps a folder whose files are seen below the root of the site. */
  keepFolder(folder: string, files: readonly string[]): void;
}

/** The types of files that Vite would change, and of those that are made for a deck. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsx': 'text/plain; charset=utf-8',
  '.less': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.sass': 'text/plain; charset=utf-8',
  '.scss': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.tsx': 'text/plain; charset=utf-8',
  '.vue': 'text/plain; charset=utf-8',
};

const FURTHER_TYPES: Readonly<Record<string, string>> = {
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The files of the site at `root`. */
export function createServedFiles(root: string): ServedFiles {
  const published = new Map<string, ReadonlyMap<string, Uint8Array>>();
  const folders = new Map<string, string>();
  return {
    find(outputPath, statics, assets) {
      const extension = path.extname(outputPath).toLowerCase();
      const type = TYPES[extension] ?? FURTHER_TYPES[extension] ?? 'application/octet-stream';
      const made =
        [...published.values()].map((files) => files.get(outputPath)).find(Boolean) ??
        assets.find((asset) => asset.path === outputPath)?.bytes;
      if (made) return { kind: 'bytes', bytes: made, type };
      const bundled = folders.get(outputPath);
      if (bundled !== undefined) return { kind: 'bytes', bytes: readFileSync(bundled), type };
      const file = statics.find((candidate) => candidate.outputPath === outputPath);
      if (!file) return undefined;
      return extension in TYPES
        ? { kind: 'bytes', bytes: readFileSync(path.join(root, file.source)), type }
        : { kind: 'path', path: file.source };
    },
    keep: ({ deck, files }) =>
      void published.set(deck.outputPath, new Map(files.published.map((file) => [file.path, file.bytes]))),
    keepFolder(folder, files) {
      for (const file of files) folders.set(file, path.join(folder, file));
    },
  };
}
