/** What stands in the content folder: pages, the files of their bundles, and files that belong to no page. */
import type { Files } from '../files.ts';
import type { Page, SiteConfig, StaticFile } from '../types.ts';
import {
  type ContentName,
  joinPath,
  kindOf,
  parentOf,
  parseContentName,
  withoutExtension,
} from './content-names.ts';
import { listMounted } from './mounts.ts';
import { outputFolder } from './urls.ts';

/** Names that are an editor's or a system's own, as Hugo passes over them: `.hidden`, `backup~`, `#autosave#`. */
const IGNORED_RE = /(?:^|\/)(?:\.[^/]*|[^/]*~|#[^/]*#)(?:\/|$)/;

/** A file of a bundle. */
export interface BundledFile {
  /** Path from the page's folder: `pic.png`, `images/a.svg`. */
  readonly name: string;
  /** Path below the site's root. */
  readonly source: string;
  readonly isMarkdown: boolean;
}

/** A file that is a page or a part of one, as far as its path tells. */
export interface ContentFile extends Pick<Page, 'kind' | 'folder' | 'path' | 'language' | 'bundle'> {
  /** Path below the site's root. */
  readonly source: string;
  /** The files of its bundle, in the order of their names. */
  readonly files: readonly BundledFile[];
}

/** The content files of a site, told apart. */
export interface ContentFiles {
  /** Files that are pages, or parts of a leaf bundle. */
  readonly pages: readonly ContentFile[];
  /** Files that belong to no page and are published as they are. */
  readonly resources: readonly StaticFile[];
}

/** Lists the content of a site without reading it. */
export function listContent(files: Files, config: SiteConfig): ContentFiles {
  const names = listMounted(files, config.mounts, 'content')
    .filter((file) => !IGNORED_RE.test(file.path))
    .filter(({ path, source }) => !config.ignoreFiles.some((re) => re.test(path) || re.test(source)))
    .map((file) => parseContentName(file, config));
  const ownerOf = createOwnership(names);
  const owned = names.map((name) => ({ name, owner: ownerOf(name) }));
  const bundles = new Map<string, ContentName[]>();
  const pages: Owned[] = [];
  for (const { name, owner } of owned) {
    // The Markdown files of a branch are pages of their own.
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

/** A file, and the index page of the bundle that it belongs to. */
interface Owned {
  readonly name: ContentName;
  readonly owner: ContentName | undefined;
}

/** Whether a file is the index page of its bundle, in one of the languages. */
const isHead = ({ name, owner }: Owned): boolean => name.index !== undefined && owner?.folder === name.folder;

type Ownership = (name: ContentName) => ContentName | undefined;

/**
 * Which bundle a file belongs to. A leaf takes all that lies below it, bundles included; else it is the nearest branch.
 * A leaf at the very top would take the whole site: it gets what no branch and no other leaf has.
 */
function createOwnership(names: readonly ContentName[]): Ownership {
  const leaves = new Map<string, ContentName>();
  const branches = new Map<string, ContentName>();
  for (const name of names) {
    if (name.index === 'leaf' && !leaves.has(name.folder)) leaves.set(name.folder, name);
    if (name.index === 'branch' && !branches.has(name.folder)) branches.set(name.folder, name);
  }
  const leafOf = (folder: string): ContentName | undefined =>
    folder === '' ? undefined : (leafOf(parentOf(folder)) ?? leaves.get(folder));
  const branchOf = (folder: string): ContentName | undefined =>
    branches.get(folder) ?? (folder === '' ? undefined : branchOf(parentOf(folder)));
  return ({ folder }) => leafOf(folder) ?? branchOf(folder) ?? leaves.get('');
}

type Bundles = ReadonlyMap<string, readonly ContentName[]>;

function pageFile({ name, owner }: Owned, bundles: Bundles, config: SiteConfig): ContentFile {
  const { source, folder, language, index } = name;
  if (!isHead({ name, owner })) {
    const path = joinPath(folder, withoutExtension(name.name));
    const bundle = owner?.index === 'leaf' ? 'part' : undefined;
    return { source, kind: 'page', folder, path, language, bundle, files: [] };
  }
  return {
    source,
    kind: kindOf(name),
    // A leaf bundle stands in the folder that holds its own.
    folder: index === 'leaf' ? parentOf(folder) : folder,
    path: folder,
    language,
    bundle: index,
    files: filesFor(name, bundles.get(folder) ?? [], config),
  };
}

/**
 * The files of a bundle for the page of one language: of a file in several languages its own one, else the first, as
 * Hugo shares them. Texts are never shared.
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

/** A file without a page is published where a page of its folder would be; its own name stays. */
function orphanPath({ folder, name, language }: ContentName, config: SiteConfig): string {
  const prefix = config.languages.find(({ code }) => code === language)?.folder ?? '';
  return joinPath(prefix, outputFolder(folder, config), name);
}
