/** Files that templates use from `assets/` and from bundles, and files that they create. */
import type { Files } from '../../files.ts';
import { createGlob } from '../../globs.ts';
import { findMounted, listMounted } from '../../site/mounts/mounts.ts';
import { cleanPath } from '../../site/urls.ts';
import { TemplateFailure } from '../../templates/gotemplate/values.ts';
import type { Asset } from '../../templates/host.ts';
import type { Mount, PageResource, PublishedAsset } from '../../types.ts';

/** The assets of a site, and the record of which are published. */
export interface Assets {
  find(path: string): Asset | undefined;
  match(pattern: string): readonly Asset[];
  create(name: string, content: string | Uint8Array, origin?: string): Asset;
  /** A resource of a page. `isPublished` says whether it is published with the page anyway, or only on demand. */
  fromPage(resource: PageResource, isPublished: boolean): Asset;
  /** The files that templates have published so far. */
  published(): readonly PublishedAsset[];
  /** The content of a file that a template has published at an output path. */
  findPublished(path: string): Uint8Array | undefined;
  /** Drops published files, given as paths relative to the site's root, until a template publishes them again. */
  invalidate(files: readonly string[]): void;
}

export function createAssets(files: Files, mounts: readonly Mount[]): Assets {
  const published = new PublishedFiles();
  const fromFile = (name: string, source: string): Asset => {
    const read = (): Uint8Array => {
      const bytes = files.readBytes(source);
      // A file that was deleted meanwhile is empty, and one that can't be read whole is not.
      if (!bytes && files.has(source))
        throw new TemplateFailure(
          `${source} has more than 2 GiB`,
          'Move the file to static/: files in it are copied, and not read.',
        );
      return bytes ?? new Uint8Array();
    };
    return { name, read, publish: () => published.addFile(name, source, read) };
  };
  return {
    find(path) {
      const name = path.replace(/^\/+/, '');
      const source = findMounted(files, mounts, 'assets', name);
      return source === undefined ? undefined : fromFile(name, source);
    },
    match(pattern) {
      const isWanted = createGlob(pattern.replace(/^\/+/, '').toLowerCase());
      return listMounted(files, mounts, 'assets')
        .filter(({ path }) => isWanted(path.toLowerCase()))
        .sort((a, b) => compareInFolders(a.path.split('/'), b.path.split('/')))
        .map(({ path, source }) => fromFile(path, source));
    },
    create(name, content, origin) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      // As in Hugo, no name leads out of the site.
      const path = cleanPath(name);
      const generated = {
        name: path,
        read: () => bytes,
        publish: () => published.addGenerated(checkName(path), bytes),
      };
      return origin === undefined ? generated : { ...generated, origin };
    },
    // The path, not the name that the author gives to the resource, has the extension that determines its type.
    fromPage({ source, outputPath }, isPublished) {
      const asset = fromFile(outputPath || source, source);
      return isPublished ? { ...asset, publish: () => outputPath } : asset;
    },
    published: () => published.all(),
    findPublished: (path) => published.find(path),
    invalidate: (changed) => published.invalidate(changed),
  };
}

/** The most bytes of a name in file systems. */
const MAX_NAME = 255;

/** Checks a path before it is published, while the position of the template is known. */
function checkName(path: string): string {
  if (path.split('/').every((name) => Buffer.byteLength(name) <= MAX_NAME)) return path;
  throw new TemplateFailure(
    `"${path.slice(0, 80)}…" has a name of more than ${MAX_NAME} bytes, which no file can have`,
    'Shorten it.',
  );
}

/** Compares paths in Hugo's order: in each folder, subfolders come before files. */
function compareInFolders(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, n) => part !== b[n]);
  const isFile = (parts: readonly string[]): number => Number(at === parts.length - 1);
  return isFile(a) - isFile(b) || ((a[at] ?? '') < (b[at] ?? '') ? -1 : 1);
}

/** Published files by name. A source file is read once until it changes; of generated files, the last one wins. */
class PublishedFiles {
  readonly #bytes = new Map<string, Uint8Array>();
  /** The source paths of the files that have not changed since they were read. */
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

  find(name: string): Uint8Array | undefined {
    return this.#bytes.get(name);
  }

  invalidate(changed: readonly string[]): void {
    for (const [name, source] of this.#fresh)
      if (changed.includes(source)) {
        this.#fresh.delete(name);
        this.#bytes.delete(name);
      }
  }
}
