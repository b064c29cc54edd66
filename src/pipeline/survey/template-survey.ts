/** Lists the functions and templates that the site's own Go templates refer to, without running them. */
import { type Diagnostic, collectDiagnostics, nearestName, type SourceFile } from '../../diagnostics.ts';
import { partialPaths } from '../../render/lookup-order.ts';
import { listMounted } from '../../site/mounts/mounts.ts';
import { createFunctions } from '../../templates/functions/table.ts';
import { Namespace } from '../../templates/functions/namespace.ts';
import { parseTemplate } from '../../templates/gotemplate/parser.ts';
import { type Survey, surveyTemplate } from '../../templates/gotemplate/template-survey.ts';
import { compileGoTemplate } from '../../templates/gotemplate/template.ts';
import { type FunctionTable, TemplateFailure } from '../../templates/gotemplate/values.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { noHost } from '../templates/template-host.ts';
import { type FilePosition, positionAt } from './locations.ts';

/** A template that another one calls, but that does not exist. */
export interface MissingTemplate {
  readonly name: string;
  readonly position: FilePosition;
  /** The most similar existing name; empty if none is similar. */
  readonly nearest: string;
}

/** A function, and how often templates use it. */
export interface FunctionUse {
  readonly name: string;
  readonly count: number;
}

/** The result for the templates of a site, without those of its themes. */
export interface TemplateSurvey {
  /** Paths relative to the site's root. */
  readonly files: readonly string[];
  /** The number of templates by theme; themes without templates are left out. */
  readonly ofThemes: Readonly<Record<string, number>>;
  /** The functions in use, the most frequent first. */
  readonly functions: readonly FunctionUse[];
  /** Syntax errors and unknown functions. They stop a build only if the template is run. */
  readonly faults: readonly Diagnostic[];
  readonly missing: readonly MissingTemplate[];
}

/** A template that has been read. */
interface ReadTemplate {
  readonly source: SourceFile;
  readonly faults: readonly Diagnostic[];
  readonly survey: Survey | undefined;
  readonly defines: readonly string[];
}

/** Examines all templates of a site. @internal */
export function surveyTemplates({ files, config, templateFiles }: SiteEnvironment): TemplateSurvey {
  const found = listMounted(files, config.mounts, 'layouts').filter(({ path }) => TEMPLATE_RE.test(path));
  const functions = createFunctions(noHost);
  const read = (source: string): ReadTemplate =>
    readTemplate({ path: source, text: files.read(source) ?? '' }, functions);
  const own = found.filter(({ mount }) => mount.theme === undefined).map(({ source }) => read(source));
  const themes = found.flatMap(({ mount }) => mount.theme ?? []);
  // A theme may define a template that the site calls.
  const defined = found.flatMap(({ source }) => read(source).defines);
  const known = new Set([...found.map(({ path }) => path), ...defined, ...THEMES_PARTIALS]);
  return {
    files: own.map(({ source }) => source.path),
    ofThemes: Object.fromEntries(countNames(themes).map(({ name, count }) => [name, count])),
    functions: countNames(
      own.flatMap(({ survey }) => survey?.functions.map(({ name }) => functionName(name, functions)) ?? []),
    ),
    faults: own.flatMap(({ faults }) => faults),
    missing: own.flatMap((template) =>
      findMissingTemplates(template, (name) => exists(name, known, templateFiles), known),
    ),
  };
}

/** Excludes files that begin with a dot, such as `.DS_Store`, and layouts in Handlebars. */
const TEMPLATE_RE = /(?:^|\/)[^/.][^/]*\.(?!hbs$)\w+$/;

/** Partials of the reveal-hugo theme that a site may call even if the theme is not installed. */
const THEMES_PARTIALS: readonly string[] = [
  'reveal-hugo/head', 'reveal-hugo/body', 'reveal-hugo/end', 'layout/head', 'layout/javascript', 'layout/theme',
].map((name) => `partials/${name}.html`); // prettier-ignore

/** Templates that are built into Hugo. */
const INTERNAL_RE = /^_internal\/|^_partials\//;

function readTemplate(source: SourceFile, functions: FunctionTable): ReadTemplate {
  const faults = collectDiagnostics(() => compileGoTemplate(source, functions));
  if (faults.some(({ code }) => code === 'template-syntax'))
    return { source, faults, survey: undefined, defines: [] };
  const parsed = parseTemplate(source.text);
  return { source, faults, survey: surveyTemplate(parsed), defines: [...parsed.defines.keys()] };
}

/** In `now.Format`, the function is `now`; in `strings.Trim`, it is the whole name, with its namespace. */
function functionName(name: string, functions: FunctionTable): string {
  const [first = ''] = name.split('.');
  return !Object.hasOwn(functions, first) || isNamespace(first, functions) ? name : first;
}

function isNamespace(name: string, functions: FunctionTable): boolean {
  try {
    return functions[name]?.() instanceof Namespace;
  } catch (error) {
    // The function needs arguments or a page, so it is not a namespace.
    if (error instanceof TemplateFailure) return false;
    throw error;
  }
}

function exists(
  name: string,
  known: ReadonlySet<string>,
  { embedded }: SiteEnvironment['templateFiles'],
): boolean {
  if (INTERNAL_RE.test(name) || known.has(name) || known.has(`${name}.html`)) return true;
  if (partialPaths(name).some((path) => known.has(path))) return true;
  return embedded(name.replace(/^_?partials\//, '').replace(/\.html$/, '')) !== undefined;
}

function findMissingTemplates(
  { source, survey }: ReadTemplate,
  isKnown: (name: string) => boolean,
  known: ReadonlySet<string>,
): readonly MissingTemplate[] {
  const called = survey?.templates.filter(({ name }) => !isKnown(name));
  const names = [...known].map((path) => path.replace(/^_?partials\//, ''));
  return (called ?? []).map(({ name, offset }) => ({
    name,
    position: positionAt(source, offset),
    nearest:
      nearestName(
        name.replace(/\.html$/, ''),
        names.map((one) => one.replace(/\.html$/, '')),
      ) ?? '',
  }));
}

/** Counts how often each name occurs, the most frequent first. */
function countNames(names: readonly string[]): readonly FunctionUse[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
