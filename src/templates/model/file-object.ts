/** `.File`: the file of a page. */
import type { Page, SiteConfig } from '../../types.ts';
import { type MemberRows, readRow, RowObject } from './members.ts';

/** Parts of a path in the content folder. */
interface FileFacts {
  /** `talk/one.en.md`. */
  readonly path: string;
  /** `one.en.md`. */
  readonly name: string;
  readonly folder: string;
  readonly language: string;
}

export class FileObject extends RowObject {
  readonly typeName = 'source.File';
  readonly #facts: FileFacts;

  constructor({ source, language }: Page, { contentDir }: SiteConfig) {
    super();
    const path = source.path.startsWith(`${contentDir}/`)
      ? source.path.slice(contentDir.length + 1)
      : source.path;
    const slash = path.lastIndexOf('/');
    this.#facts = { path, name: path.slice(slash + 1), folder: path.slice(0, slash + 1), language };
  }

  override memberNames(): readonly string[] {
    return Object.keys(rows);
  }

  protected override read(name: string): unknown {
    return readRow(rows, name, this.#facts);
  }

  /** Returns the path, as Hugo prints it. */
  override toString(): string {
    return this.#facts.path;
  }
}

/** Base names of files that represent their folder. */
const BUNDLES: ReadonlySet<string> = new Set(['index', '_index']);

const stem = (name: string): string => name.replace(/\.[^.]*$/, '');
const withoutLanguage = (name: string, language: string): string =>
  name.endsWith(`.${language}`) ? name.slice(0, -language.length - 1) : name;

const rows: MemberRows<FileFacts> = {
  Path: ({ path }) => path,
  Filename: ({ path }) => path,
  Dir: ({ folder }) => folder,
  LogicalName: ({ name }) => name,
  BaseFileName: ({ name }) => stem(name),
  TranslationBaseName: ({ name, language }) => withoutLanguage(stem(name), language),
  ContentBaseName: ({ name, folder, language }) => {
    const base = withoutLanguage(stem(name), language);
    return BUNDLES.has(base) ? (folder.split('/').at(-2) ?? base) : base;
  },
  Ext: ({ name }) => name.slice(name.lastIndexOf('.') + 1),
  Extension: ({ name }) => name.slice(name.lastIndexOf('.') + 1),
  Section: ({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : ''),
  Lang: ({ language }) => language,
  UniqueID: ({ path }) => path,
  IsContentAdapter: () => false,
};
