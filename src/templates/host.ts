/** What the functions of templates need of the house. The pipeline gives it; tests give parts of it. */
import type { CompilePattern } from '../patterns.ts';
import type { FormatName } from '../types.ts';
import type { GoObject } from './gotemplate/values.ts';

/** A text or a file that templates take from `assets/`, from a page bundle, or make. */
export interface Asset {
  /** Path in its component: `css/main.scss`. */
  readonly name: string;
  /** The path of the file that it was made from, where it was made: what it imports stands beside that. */
  readonly origin?: string;
  read(): Uint8Array;
  /** Publishes it, and gives its output path. Files that nobody asks for are not published. */
  publish(): string;
}

export interface TemplateHost {
  /** A text file by its path below the site's root; `undefined` where there is none, or where it lies outside. */
  readFile(path: string): string | undefined;
  /** A file of any kind by its path below the site's root; `undefined` where there is none, or where it lies outside. */
  readBytes(path: string): Uint8Array | undefined;
  /** The names in a folder below the site's root. */
  readFolder(path: string): readonly { readonly name: string; readonly isFolder: boolean }[];
  /** An asset by its path in `assets/`. */
  findAsset(path: string): Asset | undefined;
  /** The assets whose paths match a glob of Hugo. */
  matchAssets(pattern: string): readonly Asset[];
  /** An asset out of a text or bytes; `origin` is the path of the file that they come from. */
  createAsset(name: string, content: string | Uint8Array, origin?: string): Asset;
  /** Compiles SCSS. */
  compileSass(asset: Asset, options: Readonly<Record<string, unknown>>): string;
  now(): Date;
  /** A variable of the environment, as far as Hugo's default security policy lets templates see it. */
  environmentVariable(name: string): string | undefined;
  /** Markdown as HTML with the shortcodes in it run; one paragraph alone loses its `<p>` in line. */
  renderMarkdown(text: string, display: 'inline' | 'block'): string;
  /** Code as HTML. Options are Hugo's: `linenos`, `hl_lines`, … */
  highlight(code: string, language: string, options: Readonly<Record<string, unknown>>): string;
  /** Whether the highlighter knows a language. */
  canHighlight(language: string): boolean;
  /** TeX as HTML. */
  renderMath(tex: string, display: boolean): string;
  /** Runs a partial, and gives its HTML or what it returns. */
  partial(name: string, context: unknown): unknown;
  /** Whether there is such a partial or template. */
  hasTemplate(name: string): boolean;
  /** Runs a text as a template: `ExecuteAsTemplate`. */
  runText(name: string, text: string, context: unknown): string;
  /**
   * Reads data.
   * @throws {TemplateFailure} where the text is none of that format
   */
  parse(format: FormatName, text: string): unknown;
  /**
   * Compiles a regular expression of Go, each once.
   * @throws {PatternError} where it can't be read
   */
  readonly compilePattern: CompilePattern;
  /** Writes data, as `transform.Remarshal` does. */
  stringify(format: FormatName, value: unknown): string;
  /** A new store of templates: `newScratch`. */
  createStore(): GoObject;
  /** The translation of a key in the language of the page that is rendered. */
  translate(key: string, data: unknown): string | undefined;
  /** Where a page or one of its headings is; `undefined` where there is none. */
  resolveRef(ref: string, isAbsolute: boolean): string | undefined;
  /** `site` and `page`, those of the page that is rendered. */
  readonly site: GoObject;
  page(): unknown;
  readonly baseURL: string;
  /** Whether addresses keep their capitals, and lose their accents: `urlize`. */
  readonly pathRules: { readonly disablePathToLower: boolean; readonly removePathAccents: boolean };
  /** Its path part, with a slash at both ends. */
  readonly basePath: string;
  /** The code of the language that is rendered: `en`, `pt-br`. It says how dates, numbers and names are written and sorted. */
  language(): string;
  /** What dates without a zone are in; `undefined` is UTC. */
  readonly timeZone: string | undefined;
  /** `titleCaseStyle` of the configuration; `undefined` where it says nothing. */
  readonly titleCaseStyle: string | undefined;
  /** The folder of the language: empty, or `fr`. */
  languageFolder(): string;
  readonly environment: string;
  readonly isServer: boolean;
  /** Whether the site has more than one language. */
  readonly isMultilingual: boolean;
  /** Whether the site doesn't want to hear of findings with an id: `ignoreLogs` of the configuration. */
  ignoresLog(id: string): boolean;
  /** `warnf`, `errorf`. */
  report(severity: 'warning' | 'error', message: string): void;
}
