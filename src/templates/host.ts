/** Services that the functions of templates need. The pipeline provides them; tests provide some of them. */
import type { CompilePattern } from '../patterns.ts';
import type { FormatName } from '../types.ts';
import type { GoObject } from './gotemplate/values.ts';

/** A text or a file that templates read from `assets/` or a page bundle, or create. */
export interface Asset {
  /** Path relative to its component: `css/main.scss`. */
  readonly name: string;
  /** The file from which the asset was created; its imports are relative to that file. */
  readonly origin?: string;
  read(): Uint8Array;
  /**
   * Publishes the asset.
   * @returns its output path; files that no template publishes are not written
   */
  publish(): string;
}

export interface TemplateHost {
  /** Reads a text file by its path in the site; `undefined` if it does not exist, or is outside the site. */
  readFile(path: string): string | undefined;
  /** Reads any file by its path in the site; `undefined` if it does not exist, or is outside the site. */
  readBytes(path: string): Uint8Array | undefined;
  /** Lists the names in a folder of the site. */
  readFolder(path: string): readonly { readonly name: string; readonly isFolder: boolean }[];
  /** Finds an asset by its path in `assets/`. */
  findAsset(path: string): Asset | undefined;
  /** Finds the assets that match a glob of Hugo. */
  matchAssets(pattern: string): readonly Asset[];
  /** Creates an asset from text or bytes; `origin` is the path of their file. */
  createAsset(name: string, content: string | Uint8Array, origin?: string): Asset;
  compileSass(asset: Asset, options: Readonly<Record<string, unknown>>): string;
  now(): Date;
  /** Reads an environment variable, if Hugo's default security policy allows it in templates. */
  environmentVariable(name: string): string | undefined;
  /** Renders Markdown with its shortcodes as HTML; inline, a single paragraph loses its `<p>`. */
  renderMarkdown(text: string, display: 'inline' | 'block'): string;
  /** Highlights code as HTML. Options are Hugo's: `linenos`, `hl_lines`, … */
  highlight(code: string, language: string, options: Readonly<Record<string, unknown>>): string;
  /** Whether the highlighter supports a language. */
  canHighlight(language: string): boolean;
  /** Renders TeX as HTML. */
  renderMath(tex: string, display: boolean): string;
  /** Runs a partial, and returns its HTML or its return value. */
  partial(name: string, context: unknown): unknown;
  /** Whether a partial or template exists. */
  hasTemplate(name: string): boolean;
  /** Runs a text as a template: `ExecuteAsTemplate`. */
  runText(name: string, text: string, context: unknown): string;
  /**
   * Parses data.
   * @throws {TemplateFailure} if the text is not in this format
   */
  parse(format: FormatName, text: string): unknown;
  /**
   * Compiles a regular expression of Go, each only once.
   * @throws {PatternError} if it is invalid
   */
  readonly compilePattern: CompilePattern;
  /** Writes data, as `transform.Remarshal` does. */
  stringify(format: FormatName, value: unknown): string;
  /** Creates a store of templates: `newScratch`. */
  createStore(): GoObject;
  /** Translates a key to the language of the current page. */
  translate(key: string, data: unknown): string | undefined;
  /** Resolves the address of a page or one of its headings; `undefined` if there is none. */
  resolveRef(ref: string, isAbsolute: boolean): string | undefined;
  /** `site` and `page`: those of the current page. */
  readonly site: GoObject;
  page(): unknown;
  readonly baseURL: string;
  /** Whether addresses keep upper case, and lose their accents: `urlize`. */
  readonly pathRules: { readonly disablePathToLower: boolean; readonly removePathAccents: boolean };
  /** The path of the base URL, with slashes at both ends. */
  readonly basePath: string;
  /**
   * The code of the current language: `en`, `pt-br`. It decides how dates, numbers and names are written and sorted.
   */
  language(): string;
  /** The time zone of dates without one; `undefined` is UTC. */
  readonly timeZone: string | undefined;
  /** `titleCaseStyle` of the configuration; `undefined` if it is not set. */
  readonly titleCaseStyle: string | undefined;
  /** The folder of the language: empty, or `fr`. */
  languageFolder(): string;
  readonly environment: string;
  readonly isServer: boolean;
  /** Whether the site has more than one language. */
  readonly isMultilingual: boolean;
  /** Whether `ignoreLogs` of the configuration has the id of a finding. */
  ignoresLog(id: string): boolean;
  /** `warnf`, `errorf`. */
  report(severity: 'warning' | 'error', message: string): void;
}
