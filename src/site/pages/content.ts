/** Lists the content folder: pages, the files of their bundles, and files that belong to no page. */
import type { Files } from '../../files.ts';
import type { Page, SiteConfig, StaticFile } from '../../types.ts';
import {
  type ContentName,
  joinPath,
  resolveKind,
  parentPath,
  parseContentName,
  withoutExtension,
} from './content-names.ts';
import { listMounted, type MountedFile } from '../mounts/mounts.ts';
import { slugifyPath } from '../urls.ts';

/** Hidden files and backups of editors, which Hugo ignores: `.hidden`, `backup~`, `#autosave#`. */
const IGNORED_RE = /(?:^|\/)(?:\.[^/]*|[^/]*~|#[^/]*#)(?:\/|$)/;

/** A file of a bundle. */
export interface BundledFile {
  /** Path relative to the page's folder: `pic.png`, `images/a.svg`. */
  readonly name: string;
  /** Path below the site's root. */
  readonly source: string;
  readonly isMarkdown: boolean;
}

/** A page or a part of one, as far as its path tells. */
export interface ContentFile extends Pick<Page, 'kind' | 'folder' | 'path' | 'language' | 'bundle'> {
  /** Path below the site's root. */
  readonly source: string;
  /** The files of the bundle, sorted by name. */
  readonly files: readonly BundledFile[];
}

/** The content files of a site by purpose. */
export interface ContentFiles {
  /** Pages, and parts of leaf bundles. */
  readonly pages: readonly ContentFile[];
  /** Files that belong to no page and are published unchanged. */
  readonly resources: readonly StaticFile[];
}

/** Lists the content of a site without reading the files. */
export function listContent(
  files: Files,
  config: SiteConfig,
  mounted: readonly MountedFile[] = listMounted(files, config.mounts, 'content'),
): ContentFiles {
  const names = mounted
    .filter((file) => !IGNORED_RE.test(file.path))
    .filter(({ path, source }) => !config.ignoreFiles.some((re) => re.test(path) || re.test(source)))
    .map((file) => parseContentName(file, config));
  const ownerOf = createOwnership(names);
  const owned = names.map((name) => ({ name, owner: ownerOf(name) }));
  const bundles = new Map<string, ContentName[]>();
  const pages: OwnedFile[] = [];
  for (const { name, owner } of owned) {
    // Markdown files of a branch are pages of their own.
    const isPart = !isHead({ name, owner }) && !(name.isMarkdown && owner?.index === 'branch');
    if (name.isMarkdown) pages.push({ name, owner });
    if (!owner || !isPart) continue;
    const bundle = bundles.get(owner.folder);
    if (bundle) bundle.push(name);
    else bundles.set(owner.folder, [name]);
  }
  return {
    pages: pages.map(({ name, owner }) => pageFile({ name, owner }, bundles, config)),
    resources: owned
      .filter(({ name, owner }) => !owner && !name.isMarkdown)
      .map(({ name }) => ({ source: name.source, outputPath: orphanPath(name, config) })),
  };
}

/** A file and the index page of its bundle. */
interface OwnedFile {
  readonly name: ContentName;
  readonly owner: ContentName | undefined;
}

/** Whether a file is the index page of its bundle, in any language. */
const isHead = ({ name, owner }: OwnedFile): boolean =>
  name.index !== undefined && owner?.folder === name.folder;

type Ownership = (name: ContentName) => ContentName | undefined;

/**
 * Creates a function that finds the bundle of a file. A leaf owns everything below it, including bundles; other files
 * belong to the nearest branch. A leaf at the top level only gets what no other bundle owns.
 */
function createOwnership(names: readonly ContentName[]): Ownership {
  const leaves = new Map<string, ContentName>();
  const branches = new Map<string, ContentName>();
  for (const name of names) {
    if (name.index === 'leaf' && !leaves.has(name.folder)) leaves.set(name.folder, name);
    if (name.index === 'branch' && !branches.has(name.folder)) branches.set(name.folder, name);
  }
  const leafOf = (folder: string): ContentName | undefined =>
    folder === '' ? undefined : (leafOf(parentPath(folder)) ?? leaves.get(folder));
  const branchOf = (folder: string): ContentName | undefined =>
    branches.get(folder) ?? (folder === '' ? undefined : branchOf(parentPath(folder)));
  return ({ folder }) => leafOf(folder) ?? branchOf(folder) ?? leaves.get('');
}

type Bundles = ReadonlyMap<string, readonly ContentName[]>;

function pageFile({ name, owner }: OwnedFile, bundles: Bundles, config: SiteConfig): ContentFile {
  const { source, folder, language, index } = name;
  if (!isHead({ name, owner })) {
    const path = joinPath(folder, withoutExtension(name.name));
    const bundle = owner?.index === 'leaf' ? 'part' : undefined;
    return { source, kind: 'page', folder, path, language, bundle, files: [] };
  }
  return {
    source,
    kind: resolveKind(name),
    // A leaf bundle is an item of its parent folder.
    folder: index === 'leaf' ? parentPath(folder) : folder,
    path: folder,
    language,
    bundle: index,
    files: filesFor(name, bundles.get(folder) ?? [], config),
  };
}

/**
 * Selects the files of a bundle for a language: of a file in several languages, that of the page's language or else
 * the first, as in Hugo. Markdown files are not shared between languages.
 */
function filesFor(
  page: ContentName,
  files: readonly ContentName[],
  { languages }: SiteConfig,
): readonly BundledFile[] {
  const rank = ({ language }: ContentName): number =>
    language === page.language ? -1 : languages.findIndex(({ code }) => code === language);
  const chosen = new Map<string, ContentName>();
  for (const file of files) {
    if (file.isMarkdown && file.language !== page.language) continue;
    const name = joinPath(file.folder, file.name).slice(page.folder === '' ? 0 : page.folder.length + 1);
    const known = chosen.get(name);
    if (!known || rank(file) < rank(known)) chosen.set(name, file);
  }
  return [...chosen]
    .map(([name, { source, isMarkdown }]) => ({ name, source, isMarkdown }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns the output path of a file without a page: where a page of its folder would be, with the file's own name. */
function orphanPath({ folder, name, language }: ContentName, config: SiteConfig): string {
  const prefix = config.languages.find(({ code }) => code === language)?.folder ?? '';
  return joinPath(prefix, slugifyPath(folder, config), name);
}
