/**
 * The lists of a site's files: as long as the lists of its folders are the same objects, those that are made of them
 * are, too, so that a change of a page costs nothing for thousands of other files.
 */
import { type ContentFiles, listContent } from '../site/pages/content.ts';
import type { StaticFile, SiteConfig } from '../types.ts';
import { MountedLists } from './cache/mounted-lists.ts';
import type { MountedFile } from '../site/mounts/mounts.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** The files that are published unchanged. */
export interface StaticFiles {
  readonly staticFiles: readonly StaticFile[];
  /** Their sources by output path. */
  readonly staticSources: ReadonlyMap<string, string>;
}

type Environment = Pick<SiteEnvironment, 'files' | 'config'>;

/** The lists of one site, kept until they change. */
export class SiteLists {
  readonly #mounted = new MountedLists();
  #content:
    | { readonly mounted: readonly MountedFile[]; readonly config: SiteConfig; readonly found: ContentFiles }
    | undefined;
  #static:
    | (StaticFiles & {
        readonly mounted: readonly MountedFile[];
        readonly resources: readonly StaticFile[];
      })
    | undefined;

  /** Lists the content of a site. */
  content({ files, config }: Environment): ContentFiles {
    const mounted = this.#mounted.list(files, config.mounts, 'content');
    if (this.#content?.mounted !== mounted || this.#content.config !== config)
      this.#content = { mounted, config, found: listContent(files, config, mounted) };
    return this.#content.found;
  }

  /** Lists the static files. Of two files with the same output path, that of `static/` wins over one next to a page. */
  static({ files, config }: Environment, resources: readonly StaticFile[]): StaticFiles {
    const mounted = this.#mounted.list(files, config.mounts, 'static');
    const known = this.#static;
    if (known?.mounted === mounted && areSameFiles(known.resources, resources)) return known;
    const found = new Map<string, StaticFile>(resources.map((file) => [file.outputPath, file]));
    for (const { path, source } of mounted) found.set(path, { outputPath: path, source });
    const staticFiles = [...found.values()];
    const staticSources = new Map(staticFiles.map(({ outputPath, source }) => [outputPath, source]));
    this.#static = { mounted, resources, staticFiles, staticSources };
    return this.#static;
  }

  /** Lists the files of `assets/`. */
  assets({ files, config }: Environment): readonly StaticFile[] {
    const mounted = this.#mounted.list(files, config.mounts, 'assets');
    return mounted.map(({ path, source }) => ({ outputPath: path, source }));
  }
}

const areSameFiles = (some: readonly StaticFile[], others: readonly StaticFile[]): boolean =>
  some.length === others.length &&
  some.every(
    ({ outputPath, source }, n) => outputPath === others[n]?.outputPath && source === others[n].source,
  );
