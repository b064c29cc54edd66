/** Finds layouts: the author's file wins over the built-in one with the same path, as with Hugo themes. */
import type { SourceFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';

/** The layouts of a site. */
export interface Layouts {
  /** Finds a layout by its path in the layout folder, without `.hbs`: `deck`, `partials/head`, `shortcodes/note`. */
  find(path: string): SourceFile | undefined;
  /** Whether the layout is the author's. */
  isFromAuthor(path: string): boolean;
  /** Lists the names of all layouts in a folder, without `.hbs`. */
  names(folder: string): readonly string[];
}

/** One folder of layouts. */
export interface LayoutLayer {
  readonly files: Files;
  /** The path of the layout folder in `files`. */
  readonly folder: string;
}

const EXTENSION = '.hbs';

/** Combines layers of layouts; earlier layers win. The first layer is the author's. */
export function createLayouts(layers: readonly LayoutLayer[]): Layouts {
  const [author] = layers;
  const layoutFile = (folder: string, path: string): string => `${folder}/${path}${EXTENSION}`;
  return {
    find(path) {
      for (const { files, folder } of layers) {
        const file = layoutFile(folder, path);
        const text = files.read(file);
        if (text !== undefined) return { path: file, text };
      }
      return undefined;
    },
    isFromAuthor: (path) => author?.files.has(layoutFile(author.folder, path)) ?? false,
    names(folder) {
      const names = layers.flatMap(({ files, folder: top }) =>
        files.list(`${top}/${folder}`).map((file) => file.slice(`${top}/${folder}/`.length)),
      );
      const layouts = names
        .filter((name) => name.endsWith(EXTENSION))
        .map((name) => name.slice(0, -EXTENSION.length));
      return [...new Set(layouts)].sort();
    },
  };
}
