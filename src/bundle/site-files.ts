/** Finds the files of a site by the paths that authors write in options. */
import type { Files } from '../files.ts';
import type { Site } from '../pipeline.ts';

/** The result of looking up a path. */
export type FoundFile =
  /** A file that is published unchanged. */
  | { readonly kind: 'static'; readonly outputPath: string; readonly source: string }
  /** A file in `assets/`, which is published only if something refers to it. */
  | { readonly kind: 'asset'; readonly outputPath: string; readonly source: string }
  /** An address that is used unchanged: it has a host, or begins with a slash and is no file of the site. */
  | { readonly kind: 'external'; readonly address: string }
  | { readonly kind: 'missing'; readonly lookedAt: readonly string[] };

/** The files of a site. */
export interface SiteFiles {
  /** Looks up the path in a parameter. `folder` is the deck's folder in the output. */
  locate(path: string, folder: string): FoundFile;
  /** The source of a file by its path in `assets/` or, failing that, among the static files. */
  find(path: string): string | undefined;
  /** The text of a file by its path relative to the site's root. */
  read(source: string): string | undefined;
  readBytes(source: string): Uint8Array | undefined;
}

const EXTERNAL_RE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Indexes the files of a site in its current state. */
export function createSiteFiles(files: Files, { config, staticSources: published, assets }: Site): SiteFiles {
  const inAssets = new Map(assets.map(({ outputPath, source }) => [outputPath, source]));
  return {
    locate(path, folder) {
      if (EXTERNAL_RE.test(path)) return { kind: 'external', address: path };
      const wanted = belowRoot(path, config.basePath);
      const sibling = folder === '.' ? [] : [`${folder}/${wanted}`];
      for (const outputPath of [wanted, ...sibling]) {
        const source = published.get(outputPath);
        if (source !== undefined) return { kind: 'static', outputPath, source };
      }
      const source = inAssets.get(wanted);
      if (source !== undefined) return { kind: 'asset', outputPath: wanted, source };
      if (path.startsWith('/')) return { kind: 'external', address: path };
      return { kind: 'missing', lookedAt: [`static/${wanted}`, `assets/${wanted}`] };
    },
    find: (path) => inAssets.get(path) ?? published.get(path),
    read: (source) => files.read(source),
    readBytes: (source) => files.readBytes(source),
  };
}

/** Strips the base path, leading slashes, query and fragment from a path that an author wrote. */
export function belowRoot(path: string, basePath: string): string {
  const plain = path.replace(/[?#].*$/, '').replace(/^\.\//, '');
  return (plain.startsWith(basePath) ? plain.slice(basePath.length) : plain).replace(/^\/+/, '');
}
