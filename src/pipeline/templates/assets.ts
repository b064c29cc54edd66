/** The files that templates take from `assets/` and from bundles, and those that they make. */
import picomatch from 'picomatch';
import type { Files } from '../../files.ts';
import { findMounted, listMounted } from '../../site/mounts/mounts.ts';
import type { Asset } from '../../templates/host.ts';
import type { Mount, PageResource, PublishedAsset } from '../../types.ts';

/** Keeps what is published on the way. */
export interface Assets {
  find(path: string): Asset | undefined;
  match(pattern: string): readonly Asset[];
  create(name: string, content: string | Uint8Array, origin?: string): Asset;
  /** A file of a page, which is published with the page, unless that leaves it to those who ask for it. */
  fromPage(resource: PageResource, isPublished: boolean): Asset;
  /** What templates have published so far. */
  published(): readonly PublishedAsset[];
  /** Forgets files, given as paths below the site's root, until a template publishes them again. */
  invalidate(files: readonly string[]): void;
}

export function createAssets(files: Files, mounts: readonly Mount[]): Assets {
  const published = new PublishedFiles();
  const fromFile = (name: string, source: string): Asset => {
    const read = (): Uint8Array => files.readBytes(source) ?? new Uint8Array();
    return { name, read, publish: () => published.addFile(name, source, read) };
  };
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
        .sort((a, b) => compareInFolders(a.path.split('/'), b.path.split('/')))
        .map(({ path, source }) => fromFile(path, source));
    },
    create(name, content, origin) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const path = name.replace(/^\/+/, '');
      const generated = { name: path, read: () => bytes, publish: () => published.addGenerated(path, bytes) };
      return origin === undefined ? generated : { ...generated, origin };
    },
    // What an author names a file need not say what kind of file it is.
    fromPage({ source, outputPath }, isPublished) {
      const asset = fromFile(outputPath || source, source);
      return isPublished ? { ...asset, publish: () => outputPath } : asset;
    },
    published: () => published.all(),
    invalidate: (changed) => published.invalidate(changed),
  };
}

/** The order in which Hugo goes through folders: what stands in a folder of a folder comes before its files. */
function compareInFolders(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, n) => part !== b[n]);
  const isFile = (parts: readonly string[]): number => Number(at === parts.length - 1);
  return isFile(a) - isFile(b) || ((a[at] ?? '') < (b[at] ?? '') ? -1 : 1);
}

/** What was published, by name. A file is read once, until it changes; of what is made, the last one counts. */
class PublishedFiles {
  readonly #bytes = new Map<string, Uint8Array>();
  /** The files among it that have not changed since. */
  readonly #fresh = new Map<string, string>();

  addFile(name: string, source: string, read: () => Uint8Array): string {
    if (this.#fresh.get(name) !== source) this.#bytes.set(name, read());
    this.#fresh.set(name, source);
    return name;
  }

  addGenerated(name: string, bytes: Uint8Array): string {
    this.#fresh.delete(name);
    this.#bytes.set(name, bytes);
    return name;
  }

  all(): readonly PublishedAsset[] {
    return [...this.#bytes].map(([path, bytes]) => ({ path, bytes }));
  }

  invalidate(changed: readonly string[]): void {
    for (const [name, source] of this.#fresh)
      if (changed.includes(source)) {
        this.#fresh.delete(name);
        this.#bytes.delete(name);
      }
  }
}
