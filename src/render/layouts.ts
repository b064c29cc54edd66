/** Finds layouts: the author's file of a path wins over the built-in one, as a Hugo theme is shadowed. */
import type { SourceFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';

/** The layers of layouts of a site. */
export interface Layouts {
  /** A layout by its path below the layout folder, without `.hbs`: `deck`, `partials/head`, `shortcodes/note`. */
  find(path: string): SourceFile | undefined;
  /** Whether the author has this one. */
  isFromAuthor(path: string): boolean;
  /** The names of all layouts in a folder, without `.hbs`. */
  names(folder: string): readonly string[];
}

/** One folder of layouts. */
export interface LayoutLayer {
  readonly files: Files;
  /** The layout folder below the root of those files. */
  readonly folder: string;
}

const EXTENSION = '.hbs';

/** Layouts out of layers, the one that wins first. The first layer is the author's. */
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
