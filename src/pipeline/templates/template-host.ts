/** The host of the templates that run for a page: it reads files, renders texts and reports for them. */
import { createDiagnostic, DeckError } from '../../diagnostics.ts';
import type { Files } from '../../files.ts';
import { readPath } from '../../site/formats/formats.ts';
import { findMounted } from '../../site/mounts/mounts.ts';
import { GoInteger } from '../../templates/functions/values/go-integer.ts';
import { TemplateFailure } from '../../templates/gotemplate/values.ts';
import type { TemplateHost } from '../../templates/host.ts';
import { Store } from '../../templates/model/store.ts';
import type { SiteModel } from '../../templates/model/site-object.ts';
import type { Page, Report, SiteConfig } from '../../types.ts';
import type { Assets } from './assets.ts';
import { type RenderContext, currentOffset } from './render-context.ts';
import { isVariableAllowed } from './environment-variables.ts';

/** How a Markdown text that is not a page is rendered. */
export interface MarkdownRequest {
  readonly display: 'inline' | 'block';
  readonly report: Report;
}

/** The part of a host that is the same for all pages of a site. */
export type SiteHost = Pick<
  TemplateHost,
  | 'highlight'
  | 'canHighlight'
  | 'renderMath'
  | 'compileSass'
  | 'parse'
  | 'stringify'
  | 'compilePattern'
  | 'now'
  | 'isServer'
>;

/** The part of a host that runs other templates. */
type LibraryHost = Pick<TemplateHost, 'partial' | 'hasTemplate' | 'runText'>;

/** The services that a host uses. */
export interface HostServices {
  readonly files: Files;
  readonly assets: Assets;
  readonly model: SiteModel;
  readonly variables: Readonly<Record<string, string>>;
  renderMarkdown(page: Page, text: string, request: MarkdownRequest): string;
  translate(this: void, language: string, key: string, data: unknown): string | undefined;
  resolveRef(page: Page, ref: string, isAbsolute: boolean): string | undefined;
  readonly site: SiteHost;
  readonly library: LibraryHost;
}

/** Reads `ignoreLogs`, or `ignoreErrors`, its name in earlier versions of Hugo. */
function readIgnoredLogs({ raw }: SiteConfig): readonly string[] {
  const written = ['ignoreLogs', 'ignoreErrors'].flatMap((key) => readPath(raw, [key]));
  return written.flatMap((id) => (typeof id === 'string' ? id.toLowerCase() : []));
}

/** The style of title case; `undefined` if the site does not set one. */
export function readTitleCaseStyle({ raw }: SiteConfig): string | undefined {
  const style = readPath(raw, ['titleCaseStyle']);
  return typeof style === 'string' ? style : undefined;
}

/** Creates the host of the templates that run for a page. */
export function createTemplateHost(
  context: RenderContext,
  config: SiteConfig,
  services: HostServices,
): TemplateHost {
  const { page, report } = context;
  const { files, assets, model } = services;
  const { language } = page;
  return {
    ...services.site,
    ...services.library,
    readFile: (path) => readSiteFile(files, config, path),
    readBytes: (path) => files.readBytes(path.replace(/^(?:\.?\/)+/, '')),
    readFolder: (path) => listFolder(files, path.replace(/^\.?\/+|\/+$/g, '')),
    findAsset: (path) => assets.find(path),
    matchAssets: (pattern) => assets.match(pattern),
    createAsset: (name, content, origin) => assets.create(name, content, origin),
    createStore: () => new Store(),
    language: () => language,
    timeZone: config.timeZone,
    titleCaseStyle: readTitleCaseStyle(config),
    environmentVariable: (name) =>
      isVariableAllowed(name, config, services.site.compilePattern) ? services.variables[name] : undefined,
    renderMarkdown: (text, display) => services.renderMarkdown(page, text, { display, report }),
    translate: (key, data) => translate(key, data, language, services),
    resolveRef: (ref, isAbsolute) => services.resolveRef(page, ref, isAbsolute),
    site: model.site(language),
    page: () => model.page(page),
    baseURL: config.baseURL,
    pathRules: config,
    basePath: config.basePath,
    languageFolder: () => config.languages.find(({ code }) => code === language)?.folder ?? '',
    environment: config.environment,
    isMultilingual: config.languages.length > 1,
    ignoresLog: (id) => readIgnoredLogs(config).includes(id.toLowerCase()),
    report: createTemplateReport(context),
  };
}

/** Reports messages of `warnf` and `errorf` at the running shortcode. */
function createTemplateReport({ page, report, runningCalls }: RenderContext): TemplateHost['report'] {
  return (severity, message) => {
    const finding = { code: 'template-says' as const, severity, message, hint: HINTS[severity] };
    const offset = currentOffset(page, runningCalls);
    const diagnostic = createDiagnostic({ ...finding, source: page.source, offset });
    if (severity === 'warning') report(diagnostic);
    else throw new DeckError([diagnostic]);
  };
}

/** Translates a key; a text of `i18n/` with actions is run as a template with the given data. */
function translate(
  key: string,
  data: unknown,
  language: string,
  { translate: find, library }: Pick<HostServices, 'translate' | 'library'>,
): string | undefined {
  const text = find(language, key, data);
  if (!text?.includes('{{')) return text;
  return library.runText(`i18n ${key}`, text, typeof data === 'number' ? new Count(data) : data);
}

/** A number given to a translation: its `.Count` is the number itself. */
class Count extends GoInteger {
  readonly typeName = 'int';
  readonly value: number;

  constructor(value: number) {
    super();
    this.value = value;
  }

  member(): number {
    return this.value;
  }

  override toString(): string {
    return String(this.value);
  }
}

const HINTS = {
  warning: 'Logged by a template of the site (warnf) while rendering this page.',
  error: 'A template of the site stopped this page with errorf.',
} as const;

/** As in Hugo, a path is looked up in the site's folder, regardless of mounts, and in the mounted content. */
function readSiteFile(files: Files, { mounts }: SiteConfig, path: string): string | undefined {
  const plain = path.replace(/^(?:\.?\/)+/, '');
  const inContent = findMounted(files, mounts, 'content', plain);
  return files.read(plain) ?? (inContent === undefined ? undefined : files.read(inContent));
}

function listFolder(files: Files, folder: string): { readonly name: string; readonly isFolder: boolean }[] {
  const start = folder === '' ? 0 : folder.length + 1;
  const names = new Map<string, boolean>();
  for (const file of files.list(folder)) {
    const [name = '', ...rest] = file.slice(start).split('/');
    names.set(name, rest.length > 0);
  }
  return [...names].map(([name, isFolder]) => ({ name, isFolder }));
}

/** A host for compiling, which needs only the names of functions. */
export const noHost = new Proxy({} as TemplateHost, {
  get(_, name) {
    throw new TemplateFailure(`a template asks for ${String(name)} while it is compiled`);
  },
});
