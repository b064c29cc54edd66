/** What the path of a content file says: what it is, where it belongs, and in which language it is. */
import type { PageKind, SiteConfig } from '../types.ts';
import type { MountedFile } from './mounts.ts';

/** The endings of Markdown files, as Hugo knows them. */
const MARKDOWN_RE = /\.(?:md|markdown|mdown|mkd)$/i;

const EXTENSION_RE = /\.[^./]*$/;

/** A file below the content folder, by its name. */
export interface ContentName {
  /** Path below the site's root. */
  readonly source: string;
  /** The folder it stands in, below the content folder. */
  readonly folder: string;
  /** Its own name, without the suffix of a language: `pic.png` for `pic.fr.png`. */
  readonly name: string;
  /** The code of its language. */
  readonly language: string;
  readonly isMarkdown: boolean;
  /** Whether it is the page of its folder: `index.md` makes a leaf of it, `_index.md` a branch. */
  readonly index: 'leaf' | 'branch' | undefined;
}

/** Reads the name of a content file. A suffix that is no language of the site belongs to the name. */
export function parseContentName({ path, source, mount }: MountedFile, config: SiteConfig): ContentName {
  const slash = path.lastIndexOf('/');
  const [name, suffix] = splitLanguage(path.slice(slash + 1), config);
  const isMarkdown = MARKDOWN_RE.test(name);
  return {
    source,
    folder: slash < 0 ? '' : path.slice(0, slash),
    name,
    language: suffix ?? mount.language ?? defaultLanguage(config),
    isMarkdown,
    index: isMarkdown ? indexOf(withoutExtension(name)) : undefined,
  };
}

/** `a.fr.md` is `a.md` in French. */
function splitLanguage(name: string, { languages }: SiteConfig): readonly [string, string | undefined] {
  const extension = EXTENSION_RE.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  const suffix = EXTENSION_RE.exec(stem)?.[0].slice(1).toLowerCase();
  const language = languages.find(({ code }) => code.toLowerCase() === suffix);
  if (!language) return [name, undefined];
  return [`${stem.slice(0, stem.length - language.code.length - 1)}${extension}`, language.code];
}

function indexOf(stem: string): ContentName['index'] {
  if (stem === 'index') return 'leaf';
  return stem === '_index' ? 'branch' : undefined;
}

const defaultLanguage = ({ languages }: SiteConfig): string => languages[0]?.code ?? '';

/** A name without what follows its last dot. */
export function withoutExtension(name: string): string {
  return name.replace(EXTENSION_RE, '');
}

/** Hugo's kind of a page. A bundle at the very top is the root page, whichever of the two it is. */
export function kindOf({ index, folder }: ContentName): PageKind {
  if (index !== undefined && folder === '') return 'home';
  return index === 'branch' ? 'section' : 'page';
}

/** The folder that holds a path; empty at the top. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Joins paths that may be empty. */
export function joinPath(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('/');
}
