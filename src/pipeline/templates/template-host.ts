/** What templates can do on behalf of a page: reads, renders and reports for it. */
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

/** How a text that is no page is rendered. */
export interface MarkdownRequest {
  readonly display: 'inline' | 'block';
  readonly report: Report;
}

/** What a host does in the same way for every page of a site. */
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

/** What a host does with other templates. */
type LibraryHost = Pick<TemplateHost, 'partial' | 'hasTemplate' | 'runText'>;

/** The tools of other stages that templates use. */
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

/** `ignoreLogs`, which was `ignoreErrors` before. */
function readIgnoredLogs({ raw }: SiteConfig): readonly string[] {
  const written = ['ignoreLogs', 'ignoreErrors'].flatMap((key) => readPath(raw, [key]));
  return written.flatMap((id) => (typeof id === 'string' ? id.toLowerCase() : []));
}

/** The style in which titles are written; `undefined` where the site leaves it to the default. */
export function readTitleCaseStyle({ raw }: SiteConfig): string | undefined {
  const style = readPath(raw, ['titleCaseStyle']);
  return typeof style === 'string' ? style : undefined;
}

/** The host of the templates that run for a page. */
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

/** Tells what `warnf` and `errorf` say, at the shortcode that runs. */
function createTemplateReport({ page, report, runningCalls }: RenderContext): TemplateHost['report'] {
  return (severity, message) => {
    const finding = { code: 'template-says' as const, severity, message, hint: HINTS[severity] };
    const offset = currentOffset(page, runningCalls);
    const diagnostic = createDiagnostic({ ...finding, source: page.source, offset });
    if (severity === 'warning') report(diagnostic);
    else throw new DeckError([diagnostic]);
  };
}

/** A text of `i18n/` is a template, which sees what it is given. */
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

/** A number that a text is given: it is its own count. */
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
  warning: 'A template of the site says so while this page is rendered.',
  error: 'A template of the site stops this page with errorf.',
} as const;

/** As in Hugo, a path is looked for below the site's folder, whatever mounts say, and in what is seen as its content. */
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

/** Nobody to run on behalf of: functions are only asked for their names. */
export const noHost = new Proxy({} as TemplateHost, {
  get(_, name) {
    throw new TemplateFailure(`a template asks for ${String(name)} while it is compiled`);
  },
});
