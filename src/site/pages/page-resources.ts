/** Names and output paths of the files of a page bundle. */
import path from 'node:path';
import type { Page, PageResource, SiteConfig, StaticFile, Table } from '../../types.ts';
import { joinPath } from './content-names.ts';
import { isTable } from '../../tables.ts';
import { createGlob } from '../../globs.ts';
import type { BundledFile } from './content.ts';
import { hasPublishedResources } from './publishing.ts';
import { slugifyPath } from '../urls.ts';

/**
 * Resolves the resources of a page; `folder` is their output folder, and `metadata` is `resources` of the front matter.
 * As in Hugo, the first table whose `src` matches a file sets its name and title, and all of them set params.
 */
export function resolveResources(
  files: readonly BundledFile[],
  folder: string,
  metadata: unknown,
): readonly PageResource[] {
  const rules = (Array.isArray(metadata) ? metadata : []).filter(isTable).map(createRule);
  return files.map(({ name, source, isMarkdown }) => {
    const matching = rules.filter((rule) => rule.isMatch(name));
    const read = (key: 'name' | 'title'): string | undefined =>
      matching.reduce<string | undefined>((found, rule) => found ?? rule.text(key), undefined);
    const title = read('title');
    const params = Object.assign({}, ...matching.map(({ params }) => params)) as Table;
    return {
      name: read('name') ?? name,
      source,
      outputPath: isMarkdown ? '' : joinPath(folder, name),
      ...(title !== undefined && { title }),
      ...(Object.keys(params).length > 0 && { params }),
    };
  });
}

/** A table of `resources`. */
interface ResourceRule {
  readonly params: Table;
  isMatch(name: string): boolean;
  /** Reads a name or title, with `:counter` replaced by the number of files that the table has named so far. */
  text(key: 'name' | 'title'): string | undefined;
}

function createRule(table: Table): ResourceRule {
  const { src, params } = table;
  const isMatch = typeof src === 'string' ? createGlob(src) : () => false;
  const counters = { name: 0, title: 0 };
  return {
    params: isTable(params) ? params : {},
    isMatch: (name) => isMatch(name),
    text(key) {
      const value = table[key];
      return typeof value === 'string'
        ? value.replaceAll(':counter', () => String(++counters[key]))
        : undefined;
    },
  };
}

/**
 * Lists the files that are published with pages. Links can use the case of the file or that of the page's address, and
 * the name with or without a language suffix, so a file is published at each of these paths. The first page that needs
 * a path gets it.
 */
export function resourceFiles(pages: readonly Page[], config: SiteConfig): readonly StaticFile[] {
  const found = new Map<string, string>();
  const add = (outputPath: string, source: string): void => {
    if (!found.has(outputPath)) found.set(outputPath, source);
  };
  const files = pages
    .filter(hasPublishedResources)
    .flatMap(({ resources }) => resources)
    .filter(({ outputPath }) => outputPath !== '');
  for (const { outputPath, source } of files) add(outputPath, source);
  // The main path of a file takes precedence over further paths of others.
  for (const { outputPath, source } of files) {
    const { dir, base } = path.posix.parse(outputPath);
    add(joinPath(dir, path.posix.basename(source)), source);
    add(joinPath(slugifyPath(dir, config), base), source);
  }
  return [...found].map(([outputPath, source]) => ({ outputPath, source }));
}
