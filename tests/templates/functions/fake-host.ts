/** A host of templates for tests: files, folders and tools are as plain as they can be. */
import {
  TemplateFailure,
  type FunctionTable,
  type GoFunction,
} from '../../../src/templates/gotemplate/values.ts';
import { createFunctions } from '../../../src/templates/functions/table.ts';
import { Pattern } from '../../../src/patterns.ts';
import type { Asset, TemplateHost } from '../../../src/templates/host.ts';
import { formatNamed } from '../../../src/site/formats/formats.ts';
import { Namespace } from '../../../src/templates/functions/namespace.ts';

/** What a test says of its site. */
export interface FakeSite extends Partial<TemplateHost> {
  /** Texts by their paths. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** A host, and what was reported to it and published by it. */
export interface FakeHost extends TemplateHost {
  readonly reports: readonly string[];
  readonly published: readonly string[];
}

/** A host whose assets are the files below `assets/`. */
export function makeHost({ files = {}, ...rest }: FakeSite = {}): FakeHost {
  const reports: string[] = [];
  const published: string[] = [];
  const makeAsset = (name: string, content: string | Uint8Array): Asset => ({
    name,
    read: () => (typeof content === 'string' ? new TextEncoder().encode(content) : content),
    publish: () => {
      published.push(name);
      return name;
    },
  });
  const readAsset = (path: string): Asset | undefined => {
    const content = files[`assets/${path}`];
    return content === undefined ? undefined : makeAsset(path, content);
  };
  return {
    reports,
    published,
    readFile: (path) => (files[path] === undefined ? undefined : String(files[path])),
    readBytes: (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
    readFolder: (path) => readFolder(Object.keys(files), path),
    findAsset: readAsset,
    matchAssets: (pattern) =>
      Object.keys(files)
        .filter(
          (path) =>
            path.startsWith('assets/') && (pattern === '**' || path.endsWith(pattern.replace(/^.*\*/, ''))),
        )
        .map((path) => readAsset(path.slice('assets/'.length)))
        .filter((asset) => asset !== undefined),
    createAsset: makeAsset,
    compileSass: (asset) => `/* sass */${Buffer.from(asset.read()).toString()}`,
    now: () => new Date('2026-03-14T09:26:53Z'),
    environmentVariable: (name) => (name === 'CI' ? 'true' : undefined),
    renderMarkdown: (text, display) => {
      const html = text.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
      return display === 'inline' ? html : `<p>${html}</p>`;
    },
    highlight: (code, language, options) => `<pre ${language} ${JSON.stringify(options)}>${code}</pre>`,
    canHighlight: (language) => language === 'go',
    renderMath: (tex, display) => `<math ${String(display)}>${tex}</math>`,
    partial: (name, context) => `${name}(${String(context)})`,
    hasTemplate: (name) => name === 'partials/there.html',
    runText: (_, text, context) => text.replace('{{ . }}', String(context)),
    parse: (format, text) => formatNamed(format).parse(text),
    compilePattern: (source) => new Pattern(source),
    stringify: (format, value) => `${format} ${JSON.stringify(value)}`,
    createStore: () => new Namespace('store', {}),
    translate: (key) => (key === 'hello' ? 'Hallo' : undefined),
    resolveRef: (ref, isAbsolute) =>
      ref === '/talk' ? `${isAbsolute ? 'https://example.org' : ''}/sub/talk/` : undefined,
    site: new Namespace('site', {}),
    page: () => 'the page',
    language: () => 'en',
    timeZone: undefined,
    titleCaseStyle: undefined,
    baseURL: 'https://example.org/sub/',
    pathRules: { disablePathToLower: false, removePathAccents: false },
    basePath: '/sub/',
    languageFolder: () => '',
    environment: 'production',
    isServer: false,
    isMultilingual: false,
    ignoresLog: () => false,
    report: (severity, message) => {
      reports.push(`${severity}: ${message}`);
    },
    ...rest,
  };
}

function readFolder(paths: readonly string[], folder: string): { name: string; isFolder: boolean }[] {
  const below = paths.filter((path) => folder === '' || path.startsWith(`${folder}/`));
  const names = below.map((path) => path.slice(folder === '' ? 0 : folder.length + 1));
  const found = new Map(names.map((name) => [name.split('/')[0] ?? '', name.includes('/')]));
  return [...found].map(([name, isFolder]) => ({ name, isFolder }));
}

/** Calls a function by the name that a template has for it: `strings.HasSuffix`, `hasSuffix`. */
export function call(name: string, values: readonly unknown[], host: TemplateHost = makeHost()): unknown {
  return findFunction(createFunctions(host), name)(...values);
}

/** A function of a table. */
export function findFunction(functions: FunctionTable, name: string): GoFunction {
  const [first = '', second] = name.split('.');
  const outer = functions[first];
  if (!outer) throw new TemplateFailure(`there is no function ${first}`);
  if (second === undefined) return outer;
  const namespace = outer();
  const member = namespace instanceof Namespace ? namespace.member(second) : undefined;
  if (typeof member !== 'function') throw new TemplateFailure(`there is no function ${name}`);
  return member as GoFunction;
}
