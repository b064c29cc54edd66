/** Parses the path of a content file: its kind, folder and language. */
import type { PageKind, SiteConfig } from '../../types.ts';
import type { MountedFile } from '../mounts/mounts.ts';

/** Hugo's extensions of Markdown files. */
const MARKDOWN_RE = /\.(?:md|markdown|mdown|mkd)$/i;

const EXTENSION_RE = /\.[^./]*$/;

/** The parsed path of a content file. */
export interface ContentName {
  /** Path below the site's root. */
  readonly source: string;
  /** The folder, below the content folder. */
  readonly folder: string;
  /** The file name without a language suffix: `pic.png` for `pic.fr.png`. */
  readonly name: string;
  /** The language code. */
  readonly language: string;
  readonly isMarkdown: boolean;
  /** The type of bundle: `index.md` is a leaf, `_index.md` a branch; `undefined` for other files. */
  readonly index: 'leaf' | 'branch' | undefined;
}

/** Parses the path of a content file. A suffix that is not a language of the site is part of the name. */
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
    index: isMarkdown ? readIndex(withoutExtension(name)) : undefined,
  };
}

/** Splits the language off a name: `a.fr.md` is `a.md` in French. */
function splitLanguage(name: string, { languages }: SiteConfig): readonly [string, string | undefined] {
  const extension = EXTENSION_RE.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  const suffix = EXTENSION_RE.exec(stem)?.[0].slice(1).toLowerCase();
  const language = languages.find(({ code }) => code.toLowerCase() === suffix);
  if (!language) return [name, undefined];
  return [`${stem.slice(0, stem.length - language.code.length - 1)}${extension}`, language.code];
}

function readIndex(stem: string): ContentName['index'] {
  if (stem === 'index') return 'leaf';
  return stem === '_index' ? 'branch' : undefined;
}

const defaultLanguage = ({ languages }: SiteConfig): string => languages[0]?.code ?? '';

/** Removes the extension of a name. */
export function withoutExtension(name: string): string {
  return name.replace(EXTENSION_RE, '');
}

/** Returns Hugo's kind of a page. A bundle at the top level is the root page, whether leaf or branch. */
export function resolveKind({ index, folder }: ContentName): PageKind {
  if (index !== undefined && folder === '') return 'home';
  return index === 'branch' ? 'section' : 'page';
}

/** Returns the parent folder of a path; empty at the top level. */
export function parentPath(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Joins paths, any of which may be empty. */
export function joinPath(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('/');
}
