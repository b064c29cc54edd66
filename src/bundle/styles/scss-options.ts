/** `custom_theme_options`: the options of Hugo's `toCSS`; names are case-insensitive. */
import type { Table } from '../../types.ts';

/** The options of one stylesheet. */
export interface ScssOptions {
  /** The path of the published stylesheet, relative to the base path; next to its source by default. */
  readonly targetPath: string | undefined;
  readonly outputStyle: 'compressed' | 'expanded';
  readonly enableSourceMap: boolean;
  /** Folders to search for imports, relative to the site's root. */
  readonly includePaths: readonly string[];
  /** The variables of `@use "hugo:vars"`. */
  readonly vars: Table;
}

/** The defaults of reveal-hugo, which minifies. */
const scssDefaults = {
  targetPath: undefined,
  outputStyle: 'compressed',
  enableSourceMap: false,
  includePaths: [],
  vars: {},
} satisfies ScssOptions;

/** Normalizes the options. Values of the wrong type are ignored. */
export function normalizeScssOptions(options: Table): ScssOptions {
  const byName = new Map(
    Object.entries(options).map(([key, value]) => [key.replaceAll('_', '').toLowerCase(), value]),
  );
  const target = byName.get('targetpath');
  const paths = byName.get('includepaths');
  const vars = byName.get('vars');
  return {
    targetPath: typeof target === 'string' && target !== '' ? plainPath(target) : scssDefaults.targetPath,
    outputStyle: byName.get('outputstyle') === 'expanded' ? 'expanded' : scssDefaults.outputStyle,
    enableSourceMap: byName.get('enablesourcemap') === true,
    includePaths: (Array.isArray(paths) ? (paths as readonly unknown[]) : [paths])
      .filter((item): item is string => typeof item === 'string')
      .map(plainPath),
    vars: typeof vars === 'object' && vars !== null ? (vars as Table) : scssDefaults.vars,
  };
}

/** Removes everything from a path that could leave the root. */
function plainPath(path: string): string {
  return path
    .split(/[\\/]/)
    .filter((part) => !['', '.', '..'].includes(part))
    .join('/');
}
