/** `custom_theme_options`: what Hugo's `toCSS` takes, by its names in any case. */
import type { Table } from '../../types.ts';

/** What counts for one stylesheet. */
export interface ScssOptions {
  /** Where it is published, below the base path; beside its source by default. */
  readonly targetPath: string | undefined;
  readonly outputStyle: 'compressed' | 'expanded';
  readonly enableSourceMap: boolean;
  /** Folders below the site's root in which imports are looked for. */
  readonly includePaths: readonly string[];
  /** What `@use "hugo:vars"` gives. */
  readonly vars: Table;
}

/** What the theme does where the author says nothing: it minifies. */
const scssDefaults = {
  targetPath: undefined,
  outputStyle: 'compressed',
  enableSourceMap: false,
  includePaths: [],
  vars: {},
} satisfies ScssOptions;

/** Reads the options; what is of another type is passed over. */
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

/** A path below the root, without a way out of it. */
function plainPath(path: string): string {
  return path
    .split(/[\\/]/)
    .filter((part) => !['', '.', '..'].includes(part))
    .join('/');
}
