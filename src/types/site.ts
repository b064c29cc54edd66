/** What the author wrote: the site, its pages, its decks. */
import type { SourceFile } from '../diagnostics.ts';
import type { Pattern } from '../patterns.ts';
import type { MarkupConfig } from './markup-config.ts';
import type { Table, TableLayer, TablePlace } from './tables.ts';

/** The folders that a Hugo site is made of; each may be mounted from several places. */
export type Component = 'content' | 'static' | 'layouts' | 'data' | 'assets' | 'i18n' | 'archetypes';

/** A folder or a file that is seen at a path of a component, as in Hugo's `[[module.mounts]]`. */
export interface Mount {
  readonly component: Component;
  /** Path below the site's root, without a `/` at either end. */
  readonly source: string;
  /** Where it is seen below the component; empty for the component itself. */
  readonly target: string;
  /** The language that its content is in; `undefined` for all of them. */
  readonly language: string | undefined;
  /** The theme that brings it; `undefined` for the site's own. The site wins over its themes, by the order of mounts. */
  readonly theme: string | undefined;
  /** Patterns of the files that are seen, `! ` in front of those that are not; all of them where there is none. */
  readonly files?: readonly string[];
}

/** One language of a site. A site without `[languages]` has one, which is its `defaultContentLanguage`. */
export interface Language {
  /** As in the configuration: `en`, `pt-br`. */
  readonly code: string;
  readonly name: string;
  readonly title: string;
  /** `languageCode` of the language, for `<html lang>`. */
  readonly languageCode: string;
  readonly weight: number;
  readonly isDefault: boolean;
  /** The folder of its pages in the output: empty, or `fr`. */
  readonly folder: string;
  /** The site's params with those of the language over them. */
  readonly params: Table;
}

/** A site: the author's folder, as configured. Paths are below its root, with `/` and without one at the end. */
export interface SiteConfig {
  readonly title: string;
  /** As written, with a `/` at its end; `/` when the author gave none. */
  readonly baseURL: string;
  /** The path part of `baseURL`: `/` or `/sub/`. */
  readonly basePath: string;
  readonly languageCode: string;
  /** `production` in a build and `development` in the server, unless the author names another. */
  readonly environment: string;
  /** The default language first; never empty. */
  readonly languages: readonly Language[];
  readonly contentDir: string;
  readonly layoutDir: string;
  readonly publishDir: string;
  /** Where the folders of the site and of its themes are seen; of two at one place the first wins. */
  readonly mounts: readonly Mount[];
  /** The themes that are there, the one that wins first; reveal-hugo itself is built in and not among them. */
  readonly themes: readonly string[];
  /** Themes that the configuration names and that are not there. */
  readonly missingThemes: readonly string[];
  /** `[outputs]` by page kind, in lower case. */
  readonly outputs: Readonly<Record<string, readonly string[]>>;
  readonly params: Table;
  readonly markup: MarkupConfig;
  readonly buildDrafts: boolean;
  readonly buildFuture: boolean;
  readonly buildExpired: boolean;
  readonly uglyURLs: boolean;
  readonly relativeURLs: boolean;
  readonly canonifyURLs: boolean;
  readonly disablePathToLower: boolean;
  /** Whether letters in addresses lose their accents. */
  readonly removePathAccents: boolean;
  /** In lower case, as Hugo names them: `home`, `section`, `page`, `taxonomy`, `rss`. */
  readonly disableKinds: readonly string[];
  /** Content files that are passed over, as patterns on their path below the content folder. */
  readonly ignoreFiles: readonly Pattern[];
  /** `[[cascade]]` of the site, as written. */
  readonly cascade: readonly Table[];
  readonly sitemap: SitemapConfig;
  /** Whether `robots.txt` is written. */
  readonly enableRobotsTXT: boolean;
  /** What dates without a zone are in; `undefined` is UTC. */
  readonly timeZone: string | undefined;
  /** The whole configuration, merged, for what has no row of its own here: menus, privacy, security … */
  readonly raw: Table;
  /** Where it stands, for findings: the file of the site itself; `undefined` for a site without one. */
  readonly place: TablePlace | undefined;
  /** All that `raw` was merged from, for findings about one value: themes, files, variables. */
  readonly layers: readonly TableLayer[];
  /** The files that this configuration was read from. */
  readonly usedFiles: readonly string[];
}

/** What the sitemap says of pages: `[sitemap]` of the site, and of a page over it. */
export interface SitemapConfig {
  /** `weekly`, for instance; `undefined` leaves it to the search engine. */
  readonly changefreq: string | undefined;
  /** Between 0 and 1. */
  readonly priority: number | undefined;
  /** Where it is written, below the destination. */
  readonly filename: string;
  /** Whether a page is left out of it. */
  readonly disable: boolean;
}

/** What a command line says; it wins over the configuration file. */
export interface SiteOverrides {
  readonly baseURL?: string | undefined;
  readonly publishDir?: string | undefined;
  /** `--config`: the files to read in place of `hugo.*`, with commas between them; a later one wins. */
  readonly config?: string | undefined;
  /** `-e`: which folder of `config/` is laid over the default. */
  readonly environment?: string | undefined;
  /** Variables whose names begin with `HUGO`; they win over the files. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  readonly buildDrafts?: boolean | undefined;
  readonly buildFuture?: boolean | undefined;
  readonly buildExpired?: boolean | undefined;
}

/**
 * Hugo's words: the root page, a page that stands for its folder, any other page. The last three have no file in the
 * content and are in no list: templates of the author see such a page when they write what is there once in a site.
 */
export type PageKind = 'home' | 'section' | 'page' | '404' | 'sitemap' | 'robotsTXT';

/** A file that belongs to a page: it stands in its bundle, beside it or in a folder below. */
export interface PageResource {
  /** Path from the page's folder: `pic.png`, `images/a.svg`. */
  readonly name: string;
  /** Path below the site's root. */
  readonly source: string;
  /** Where it is published; empty for Markdown, which is not. */
  readonly outputPath: string;
  /** What `resources` of the page's front matter says of it. */
  readonly title?: string;
  readonly params?: Table;
}

/** One content file, parsed. */
export interface Page {
  readonly source: SourceFile;
  /** Where the text begins, behind the front matter. */
  readonly bodyOffset: number;
  readonly kind: PageKind;
  /** The folder it stands in, below the content folder: `''`, `talk`, `talk/sub`. */
  readonly folder: string;
  /** Its path below the content folder without the extension: `talk/one`; the folder for a section or a bundle. */
  readonly path: string;
  /** Hugo's content type: `type` of the front matter, else the first folder, else `page`. */
  readonly type: string;
  /** The code of its language. */
  readonly language: string;
  /**
   * Whether it is `index.md`, whose other Markdown files are no pages, or `_index.md`, whose others are. Such a file of
   * a leaf bundle is a `part`: it is read as a page is, and listed and published with its bundle only.
   */
  readonly bundle: 'leaf' | 'branch' | 'part' | undefined;
  /** The files of its bundle in the order of their names, the Markdown files of a leaf bundle among them. */
  readonly resources: readonly PageResource[];
  /** `layout` of the front matter; a single page with `bundle` or `list` is a deck. */
  readonly layout: string | undefined;
  /** Where its HTML is written, by `url`, `slug`, language and `uglyURLs`: `talk/index.html`. */
  readonly outputPath: string;
  /** Its address below the base path, without a `/` in front: `talk/`, `talk.html`, empty for the root. */
  readonly address: string;
  /** Output paths of pages that lead here. */
  readonly aliases: readonly string[];
  readonly title: string;
  readonly linkTitle: string;
  readonly description: string;
  /** 0 means that none was given. */
  readonly weight: number;
  readonly date: Date | undefined;
  readonly lastmod: Date | undefined;
  readonly publishDate: Date | undefined;
  readonly expiryDate: Date | undefined;
  readonly draft: boolean;
  /** `sitemap` of the front matter; what it leaves open, the site says. */
  readonly sitemap: Partial<SitemapConfig>;
  /** In lower case; `undefined` when the page leaves it to the configuration. */
  readonly outputs: readonly string[] | undefined;
  /** The whole front matter with what cascades to it, and where the front matter stands. */
  readonly params: Table;
  readonly place: TablePlace;
  /** The front matter alone, as it was read. */
  readonly frontMatter: PageFrontMatter;
}

/** What a content file says of itself. */
export interface PageFrontMatter {
  /** Empty where there is none, and where it has a mistake. */
  readonly data: Table;
  /** Of one that has a mistake, the keys that can be read. */
  readonly recovered?: Table | undefined;
}

/** What is presented: a head page and the pages that follow it. */
export interface Deck {
  /** The path of its page in the output, `index.html` or `talk/index.html`; unique in a site. */
  readonly outputPath: string;
  /** The code of its language. */
  readonly language: string;
  readonly head: Page;
  /** All pages in the order of presentation, the head first. */
  readonly pages: readonly Page[];
}

/** A file that is published as it is. */
export interface StaticFile {
  readonly outputPath: string;
  /** Path below the site's root. */
  readonly source: string;
}
