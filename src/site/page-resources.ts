/** The files of a page's bundle: how they are named, and where they are published. */
import path from 'node:path';
import type { Page, PageResource, SiteConfig, StaticFile, Table } from '../types.ts';
import { joinPath } from './content-names.ts';
import { isTable } from '../tables.ts';
import { createGlob } from './globs.ts';
import type { BundledFile } from './content.ts';
import { hasPublishedResources } from './publishing.ts';
import { outputFolder } from './urls.ts';

/**
 * The resources of a page whose files go to `folder` of the output. `metadata` is `resources` of its front matter:
 * of the tables whose `src` matches a file the first one names it, and all of them give it params, as in Hugo.
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

/** One table of `resources`. */
interface ResourceRule {
  readonly params: Table;
  isMatch(name: string): boolean;
  /** `:counter` stands for the number of files that the table has named so far. */
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
 * The files that are published with pages. A link of the author has to find them in the case of the file as well as in
 * that of the page's address, and under their own name as well as without the suffix of a language, so a file that
 * these are not the same for is published under each of them. The first page that wants a place has it.
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
  // What is asked for by its very name goes before a second name of another.
  for (const { outputPath, source } of files) {
    const { dir, base } = path.posix.parse(outputPath);
    add(joinPath(dir, path.posix.basename(source)), source);
    add(joinPath(outputFolder(dir, config), base), source);
  }
  return [...found].map(([outputPath, source]) => ({ outputPath, source }));
}
