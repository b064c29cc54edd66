/** Scripts of authors: reveal.js plugins, and scripts that run after the deck has started. */
import { createDiagnostic } from '../diagnostics.ts';
import type { Feature, SourceLocation, PluginFile, PluginParams, PublishedAsset, Report } from '../types.ts';
import type { SiteFiles } from './site-files.ts';

/** The plugins that come with reveal.js, by their globals, and the features that replace them here. */
const builtInPlugins: Readonly<Record<string, Feature | undefined>> = {
  RevealNotes: 'speaker',
  RevealSearch: 'search',
  RevealZoom: 'zoom',
  // Markdown, code and formulas are rendered at build time.
  RevealHighlight: undefined,
  RevealMarkdown: undefined,
  RevealMath: undefined,
};

/** The paths of these plugins in reveal.js since version 2. */
const BUILT_IN_SCRIPT_RE =
  /(?:^|\/)plugin\/(highlight|markdown|math|notes|search|zoom)(?:-js)?\/[\w.-]+\.m?js$/;

/** Whether a path is a stylesheet of a plugin that comes with reveal.js; the features here include their own styles. */
export function isBuiltInPluginStyle(path: string): boolean {
  return /(?:^|\/)plugin\/highlight\/[\w.-]+\.css$/.test(path);
}

/** What finding the scripts of a deck needs. */
export interface ScriptContext {
  readonly files: SiteFiles;
  /** The folder of the deck in the output. */
  readonly folder: string;
  readonly report: Report;
}

/** A script that exists, or that is on another host. */
export interface ResolvedScript {
  readonly address: string;
  readonly published: readonly PublishedAsset[];
}

/** The plugins of a deck. */
export interface ResolvedPlugins {
  readonly plugins: readonly PluginFile[];
  readonly published: readonly PublishedAsset[];
  /** Built-in features that the author names as plugins. */
  readonly requested: readonly Feature[];
  /** Built-in features that a script of the author replaces. */
  readonly replaced: readonly Feature[];
}

/** Finds the scripts of plugins. */
export function resolvePlugins(
  params: readonly PluginParams[],
  location: SourceLocation,
  context: ScriptContext,
): ResolvedPlugins {
  const rows = params.map((plugin) => ({ plugin, script: findPlugin(plugin, location, context) }));
  const plugins = rows.flatMap(({ plugin, script }): PluginFile[] => {
    const { name, isOptional } = plugin;
    if (script === 'missing') return [];
    if (script === 'ours') return [{ name: findGlobal(plugin), isOptional, script: undefined }];
    return [{ name, isOptional, script: script?.address }];
  });
  const features = (isBuiltIn: boolean): Feature[] =>
    rows
      .filter(({ script }) => script !== 'missing' && (script === 'ours') === isBuiltIn)
      .flatMap(({ plugin }) => builtInFeature(plugin) ?? []);
  return {
    plugins,
    published: rows.flatMap(({ script }) => (typeof script === 'object' ? script.published : [])),
    requested: features(true),
    replaced: features(false),
  };
}

/** Whether a plugin is one of reveal.js's own that comes without a script. */
export function isBuiltInPlugin({ name, script }: PluginFile): boolean {
  return script === undefined && builtInGlobal(name) !== undefined;
}

function findPlugin(
  { name, source, verbatim }: PluginParams,
  location: SourceLocation,
  context: ScriptContext,
): ResolvedScript | 'ours' | 'missing' | undefined {
  if (source === undefined) return builtInGlobal(name) === undefined ? undefined : 'ours';
  if (verbatim) return resolveVerbatim(source, context);
  const isBuiltIn =
    BUILT_IN_SCRIPT_RE.test(source) && context.files.locate(source, context.folder).kind === 'missing';
  return isBuiltIn ? 'ours' : (resolveScript(source, 'plugins', location, context) ?? 'missing');
}

/** Resolves a path with `verbatim`: a file that does not exist is not reported. */
function resolveVerbatim(source: string, { files, folder }: ScriptContext): ResolvedScript {
  const found = files.locate(source, folder);
  const address = found.kind === 'static' ? found.outputPath : source;
  return { address, published: [] };
}

/** Finds a script. A missing one is reported, and the result is `undefined`. */
export function resolveScript(
  wanted: string,
  param: string,
  location: SourceLocation,
  { files, folder, report }: ScriptContext,
): ResolvedScript | undefined {
  const found = files.locate(wanted, folder);
  if (found.kind === 'external') return { address: found.address, published: [] };
  if (found.kind === 'static') return { address: found.outputPath, published: [] };
  if (found.kind === 'asset') {
    const bytes = files.readBytes(found.source) ?? new Uint8Array();
    return { address: found.outputPath, published: [{ path: found.outputPath, bytes }] };
  }
  report(
    createDiagnostic({
      code: 'script-missing',
      severity: 'warning',
      message: `reveal_hugo.${param} names the script "${wanted}", but that file does not exist`,
      hint: `Looked in ${found.lookedAt.join(' and ')}. The deck is built without it.`,
      ...location,
    }),
  );
  return undefined;
}

function builtInGlobal(name: string | undefined): string | undefined {
  const global = name?.replace(/[.(].*$/, '') ?? '';
  return global in builtInPlugins ? global : undefined;
}

/** The global of one of reveal.js's own plugins, by its name or by the path of its script. */
function findGlobal({ name, source }: PluginParams): string | undefined {
  const folder = BUILT_IN_SCRIPT_RE.exec(source ?? '')?.[1];
  const byPath = folder && `Reveal${folder.charAt(0).toUpperCase()}${folder.slice(1)}`;
  return builtInGlobal(name) ?? byPath;
}

function builtInFeature(plugin: PluginParams): Feature | undefined {
  return builtInPlugins[findGlobal(plugin) ?? ''];
}
