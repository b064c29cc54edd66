/** The source: the site, its pages and decks. */
import type { CheckLevels } from '../check-levels.ts';
import type { SourceFile } from '../diagnostics.ts';
import type { Pattern } from '../patterns.ts';
import type { MarkupConfig } from './markup-config.ts';
import type { Table, TableLayer, TableLocation } from './tables.ts';

/** The component folders of a Hugo site; each can be mounted from several sources. */
export type Component = 'content' | 'static' | 'layouts' | 'data' | 'assets' | 'i18n' | 'archetypes';

/** A folder or a file mounted to a path of a component, as in Hugo's `[[module.mounts]]`. */
export interface Mount {
  readonly component: Component;
  /** Path below the site's root, without leading and trailing `/`. */
  readonly source: string;
  /** Path below the component; empty for the component itself. */
  readonly target: string;
  /** The language of the content; `undefined` for all languages. */
  readonly language: string | undefined;
  /** The theme of the mount; `undefined` for the site's own, which come first and so take precedence. */
  readonly theme: string | undefined;
  /** Patterns of the files to include, or with `! ` to exclude; all files without patterns. */
  readonly files?: readonly string[];
}

/** A language of a site. A site without `[languages]` has its `defaultContentLanguage` only. */
export interface Language {
  /** The key in the configuration: `en`, `pt-br`. */
  readonly code: string;
  readonly name: string;
  readonly title: string;
  /** `languageCode` of the language, for `<html lang>`. */
  readonly languageCode: string;
  readonly weight: number;
  readonly isDefault: boolean;
  /** The folder of its pages in the output: empty, or `fr`. */
  readonly folder: string;
  /** The params of the language, merged over those of the site. */
  readonly params: Table;
}

/** The configuration of a site. Paths are below its root, with `/` and without a trailing one. */
export interface SiteConfig {
  readonly title: string;
  /** As written, with a trailing `/`; default: `/`. */
  readonly baseURL: string;
  /** The path part of `baseURL`: `/` or `/sub/`. */
  readonly basePath: string;
  readonly languageCode: string;
  /** Default: `production` in a build, `development` in the dev server. */
  readonly environment: string;
  /** The default language first; never empty. */
  readonly languages: readonly Language[];
  readonly contentDir: string;
  readonly layoutDir: string;
  readonly publishDir: string;
  /** Mounts of the site and its themes; the first of two with the same target takes precedence. */
  readonly mounts: readonly Mount[];
  /** The installed themes in order of precedence, without reveal-hugo, which is built in. */
  readonly themes: readonly string[];
  /** Configured themes that are not installed. */
  readonly missingThemes: readonly string[];
  /** `[outputs]` by page kind, in lower case. */
  readonly outputs: Readonly<Record<string, readonly string[]>>;
  readonly params: Table;
  /** Levels of checks: `[params.deckwright.checks]`. */
  readonly checks: CheckLevels;
  readonly markup: MarkupConfig;
  readonly buildDrafts: boolean;
  readonly buildFuture: boolean;
  readonly buildExpired: boolean;
  readonly uglyURLs: boolean;
  readonly relativeURLs: boolean;
  readonly canonifyURLs: boolean;
  readonly disablePathToLower: boolean;
  /** Whether accents are removed from addresses. */
  readonly removePathAccents: boolean;
  /** Excluded page kinds by Hugo's names, in lower case: `home`, `section`, `page`, `taxonomy`, `rss`. */
  readonly disableKinds: readonly string[];
  /** Patterns of content files to ignore, which match paths below the content folder. */
  readonly ignoreFiles: readonly Pattern[];
  /** `[[cascade]]` of the site, as written. */
  readonly cascade: readonly Table[];
  readonly sitemap: SitemapConfig;
  /** Whether `robots.txt` is written. */
  readonly enableRobotsTXT: boolean;
  /** The time zone of dates that have none; `undefined` means UTC. */
  readonly timeZone: string | undefined;
  /** How long a template may run, in milliseconds; `undefined` means the default. */
  readonly timeout: number | undefined;
  /** The whole merged configuration, for keys that have no property here: menus, privacy, security … */
  readonly raw: Table;
  /** Location of the site's own configuration file, for findings; `undefined` if there is none. */
  readonly location: TableLocation | undefined;
  /** The layers of `raw`, for findings about a value: themes, files, variables. */
  readonly layers: readonly TableLayer[];
  /** All configuration files. */
  readonly usedFiles: readonly string[];
}

/** Sitemap settings: `[sitemap]` of the site, which pages can override. */
export interface SitemapConfig {
  /** For example `weekly`; `undefined` omits it. */
  readonly changefreq: string | undefined;
  /** From 0 to 1; `undefined` omits it. */
  readonly priority: number | undefined;
  /** Path of the sitemap below the destination. */
  readonly filename: string;
  /** Whether to omit the page. */
  readonly disable: boolean;
}

/** Options of the command line, which take precedence over the configuration. */
export interface SiteOverrides {
  readonly baseURL?: string | undefined;
  readonly publishDir?: string | undefined;
  /** `--config`: files to read instead of `hugo.*`, separated by commas; later ones take precedence. */
  readonly config?: string | undefined;
  /** `-e`: the folder of `config/` to merge over `_default`. */
  readonly environment?: string | undefined;
  /** Environment variables that begin with `HUGO`, which take precedence over the files. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  readonly buildDrafts?: boolean | undefined;
  readonly buildFuture?: boolean | undefined;
  readonly buildExpired?: boolean | undefined;
}

/**
 * Hugo's page kinds: the root page, a page of a folder, any other page. The last three have no content file and are in
 * no list: templates for outputs such as the sitemap get such a page.
 */
export type PageKind = 'home' | 'section' | 'page' | '404' | 'sitemap' | 'robotsTXT';

/** A file of a page bundle, in the folder of the page or below it. */
export interface PageResource {
  /** Path relative to the page's folder: `pic.png`, `images/a.svg`. */
  readonly name: string;
  /** Path below the site's root. */
  readonly source: string;
  /** Path in the output; empty for Markdown, which is not published. */
  readonly outputPath: string;
  /** Title, set in `resources` of the page's front matter. */
  readonly title?: string;
  readonly params?: Table;
}

/** A parsed content file. */
export interface Page {
  readonly source: SourceFile;
  /** Offset of the text after the front matter. */
  readonly bodyOffset: number;
  readonly kind: PageKind;
  /** Path of the folder below the content folder: `''`, `talk`, `talk/sub`. */
  readonly folder: string;
  /** Path below the content folder without the extension: `talk/one`; the folder for a section or a bundle. */
  readonly path: string;
  /** Hugo's content type: `type` of the front matter, else the first folder, else `page`. */
  readonly type: string;
  /** The code of the page's language. */
  readonly language: string;
  /**
   * `leaf` for `index.md` and `branch` for `_index.md`. Other Markdown files of a leaf bundle are a `part` of it: they
   * are parsed like pages, but only listed and published with their bundle.
   */
  readonly bundle: 'leaf' | 'branch' | 'part' | undefined;
  /** The files of the bundle by name, including Markdown files of a leaf bundle. */
  readonly resources: readonly PageResource[];
  /** `layout` of the front matter; with `bundle` or `list`, a single page is a deck. */
  readonly layout: string | undefined;
  /** Path of the HTML in the output, which depends on `url`, `slug`, language and `uglyURLs`: `talk/index.html`. */
  readonly outputPath: string;
  /** Address below the base path, without a leading `/`: `talk/`, `talk.html`; empty for the root. */
  readonly address: string;
  /** Output paths of the pages that redirect here. */
  readonly aliases: readonly string[];
  readonly title: string;
  readonly linkTitle: string;
  readonly description: string;
  /** 0 means that no weight is set. */
  readonly weight: number;
  readonly date: Date | undefined;
  readonly lastmod: Date | undefined;
  readonly publishDate: Date | undefined;
  readonly expiryDate: Date | undefined;
  readonly draft: boolean;
  /** `sitemap` of the front matter; other values are those of the site. */
  readonly sitemap: Partial<SitemapConfig>;
  /** Output formats in lower case; `undefined` means those of the configuration. */
  readonly outputs: readonly string[] | undefined;
  /** The whole front matter, including cascaded values. */
  readonly params: Table;
  readonly location: TableLocation;
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

/** A deck: a head page and the pages that follow it. */
export interface Deck {
  /** Path of the deck in the output, `index.html` or `talk/index.html`; unique in a site. */
  readonly outputPath: string;
  /** The code of the deck's language. */
  readonly language: string;
  readonly head: Page;
  /** All pages in the order of presentation, the head first. */
  readonly pages: readonly Page[];
}

/** A file that is published unchanged. */
export interface StaticFile {
  readonly outputPath: string;
  /** Path below the site's root. */
  readonly source: string;
}
