/** The files of a site by the paths that authors write for them. */
import type { Files } from '../files.ts';
import type { Site } from '../pipeline.ts';

/** What a path leads to. */
export type FoundFile =
  /** A file that is published as it is. */
  | { readonly kind: 'static'; readonly outputPath: string; readonly source: string }
  /** A file in `assets/`, which is published only where something asks for it. */
  | { readonly kind: 'asset'; readonly outputPath: string; readonly source: string }
  /** An address that is left alone: it has a host, or a slash in front and no file of the site behind it. */
  | { readonly kind: 'external'; readonly address: string }
  | { readonly kind: 'missing'; readonly lookedAt: readonly string[] };

/** The files of a site. */
export interface SiteFiles {
  /** What a path of a parameter leads to. `folder` is that of the deck in the output. */
  locate(path: string, folder: string): FoundFile;
  /** The source of a file by its path in `assets/`, or else among the static files. */
  find(path: string): string | undefined;
  /** The text of a file by its path below the site's root. */
  read(source: string): string | undefined;
  readBytes(source: string): Uint8Array | undefined;
}

const EXTERNAL_RE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** The files of a site, as it is now. */
export function createSiteFiles(files: Files, { config, staticFiles, assets }: Site): SiteFiles {
  const published = new Map(staticFiles.map(({ outputPath, source }) => [outputPath, source]));
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

/** A path without the base path that an author may have typed in front, without a slash and without a query. */
export function belowRoot(path: string, basePath: string): string {
  const plain = path.replace(/[?#].*$/, '').replace(/^\.\//, '');
  return (plain.startsWith(basePath) ? plain.slice(basePath.length) : plain).replace(/^\/+/, '');
}
