/** The files that templates take from `assets/` and from bundles, and those that they make. */
import picomatch from 'picomatch';
import type { Files } from '../files.ts';
import { findMounted, listMounted } from '../site/mounts.ts';
import type { Asset } from '../templates/host.ts';
import type { Mount, PageResource, PublishedAsset } from '../types.ts';

/** Keeps what is published on the way. */
export interface Assets {
  find(path: string): Asset | undefined;
  match(pattern: string): readonly Asset[];
  make(name: string, content: string | Uint8Array): Asset;
  /** A file of a page, which is published with the page. */
  ofPage(resource: PageResource): Asset;
  /** What templates have published so far. */
  published(): readonly PublishedAsset[];
}

export function createAssets(files: Files, mounts: readonly Mount[]): Assets {
  const published = new Map<string, Uint8Array>();
  const asset = (name: string, read: () => Uint8Array): Asset => ({
    name,
    read,
    publish() {
      if (!published.has(name)) published.set(name, read());
      return name;
    },
  });
  const fromFile = (name: string, source: string): Asset =>
    asset(name, () => files.readBytes(source) ?? new Uint8Array());
  return {
    find(path) {
      const name = path.replace(/^\/+/, '');
      const source = findMounted(files, mounts, 'assets', name);
      return source === undefined ? undefined : fromFile(name, source);
    },
    match(pattern) {
      const isWanted = picomatch(pattern.replace(/^\/+/, '').toLowerCase());
      return listMounted(files, mounts, 'assets')
        .filter(({ path }) => isWanted(path.toLowerCase()))
        .map(({ path, source }) => fromFile(path, source));
    },
    make(name, content) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return asset(name.replace(/^\/+/, ''), () => bytes);
    },
    // What an author names a file need not say what kind of file it is.
    ofPage: ({ source, outputPath }) => ({
      name: outputPath || source,
      read: () => files.readBytes(source) ?? new Uint8Array(),
      publish: () => outputPath,
    }),
    published: () => [...published].map(([path, bytes]) => ({ path, bytes })),
  };
}
