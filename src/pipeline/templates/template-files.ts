/** Finds Go templates: the author's, those of themes, and Hugo's embedded ones. For Handlebars, see render/layouts.ts. */
import type { SourceFile } from '../../diagnostics.ts';
import type { Files } from '../../files.ts';
import { findMounted, listMounted } from '../../site/mounts/mounts.ts';
import type { SiteConfig } from '../../types.ts';
import type { DependencyTracker } from '../cache/dependencies.ts';

/** The template files of a site. */
export interface TemplateFiles {
  /** Returns the first existing file of some paths, which are relative to the layout folders. */
  find(paths: readonly string[]): SourceFile | undefined;
  /** Returns our version of a partial that is embedded in Hugo. */
  embedded(this: void, name: string): SourceFile | undefined;
  /** The paths of all templates. */
  readonly names: readonly string[];
}

/** The folders in which templates are looked up. */
export interface TemplateFolders {
  /** The author's folder. */
  readonly files: Files;
  /** Our own folder. */
  readonly builtIn: Files;
  readonly config: SiteConfig;
  readonly dependencies: DependencyTracker;
}

export function createTemplateFiles({
  files,
  builtIn,
  config,
  dependencies,
}: TemplateFolders): TemplateFiles {
  const { mounts } = config;
  const names = listMounted(files, mounts, 'layouts')
    .map(({ path }) => path)
    .filter((path) => !path.endsWith('.hbs'));
  const known = new Set(names);
  const read = (path: string): SourceFile | undefined => {
    const source = findMounted(files, mounts, 'layouts', path);
    return source === undefined ? undefined : { path: source, text: files.read(source) ?? '' };
  };
  const sources = new Map<string, SourceFile | undefined>();
  return {
    names,
    embedded(name) {
      const text = builtIn.read(`layouts/embedded/${name}.html`);
      return text === undefined ? undefined : { path: `_internal/${name}.html`, text };
    },
    find(paths) {
      const path = paths.find((candidate) => known.has(candidate));
      if (path === undefined) return undefined;
      if (!sources.has(path)) sources.set(path, read(path));
      const source = sources.get(path);
      if (source) dependencies.addFile(source.path);
      return source;
    },
  };
}
