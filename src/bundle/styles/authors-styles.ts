/** Stylesheets of authors: finds them, compiles SCSS, and publishes files that are only in `assets/`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, DeckError, collectDiagnostics, type SourceFile } from '../../diagnostics.ts';
import type { SourceLocation, PublishedAsset, Report, RevealTheme, Table } from '../../types.ts';
import { bundledTheme } from './bundled-themes.ts';
import { ASSETS_FOLDER } from '../client/client-manifest.ts';
import { type CssImport, readImports } from './css-imports.ts';
import { findNamedFamilies, fontFamily } from './fonts.ts';
import { normalizeScssOptions, type ScssOptions } from './scss-options.ts';
import { type CompiledScss, SASS_MISSING, type ScssCompiler } from './scss.ts';
import type { FoundFile, SiteFiles } from '../site-files.ts';

/** A stylesheet that an author names. */
export interface StyleInput {
  /** The path as the author wrote it. */
  readonly path: string;
  /** The option that names the stylesheet: `custom_theme`. */
  readonly param: string;
  readonly location: SourceLocation;
  readonly compiles: boolean;
  /** `custom_theme_options`. */
  readonly options: Table;
  /** How the deck is built if the stylesheet fails, for messages: `without it`. */
  readonly fallback: string;
  /** The folder of the deck in the output. */
  readonly folder: string;
}

/** A stylesheet that exists, or that is on another host. */
export interface ResolvedStyle {
  /** A path relative to the base path, or a URL with a host. */
  readonly address: string;
  readonly published: readonly PublishedAsset[];
  readonly usedFiles: readonly string[];
  /** The reveal.js theme that the stylesheet extends; `undefined` if it is complete. */
  readonly base: RevealTheme | undefined;
}

/** What resolving stylesheets needs. */
export interface StyleContext {
  readonly files: SiteFiles;
  readonly scss: ScssCompiler;
  /** Runs the template actions in a stylesheet. */
  readonly runTemplate: (source: SourceFile) => string;
  readonly report: Report;
}

/**
 * Finds a stylesheet. One that is missing or doesn't compile is reported, and the result is `undefined`. A plain CSS file
 * that is not valid SCSS is used unchanged.
 * @throws {DeckError} when Sass is not installed
 */
export function resolveStyle(input: StyleInput, context: StyleContext): ResolvedStyle | undefined {
  const { files, report } = context;
  const found = files.locate(input.path, input.folder);
  const bundled = found.kind === 'missing' || found.kind === 'external' ? findBundledTheme(input) : undefined;
  if (bundled) return bundled;
  if (found.kind === 'missing') return reportMissing(input, found.lookedAt, report);
  if (found.kind === 'external') {
    if (!found.address.startsWith('/') || found.address.startsWith('//'))
      report(externalAddress(found.address, input.location));
    return { address: found.address, published: [], usedFiles: [], base: undefined };
  }
  const source = { path: found.source, text: files.read(found.source) ?? '' };
  if (input.compiles) {
    const compiled = tryToCompile(input, found, source, context);
    if (compiled !== 'unchanged') return compiled;
  }
  for (const { address, offset } of externalImports(source.text))
    report(externalAddress(address, { source, offset }));
  const address = found.outputPath;
  const published = found.kind === 'asset' ? publishAsset(source.text, address, files) : [];
  return { address, published, usedFiles: [found.source], base: undefined };
}

/** Compiles a stylesheet. Errors are reported as warnings, because the deck can be built without it. */
function tryToCompile(
  input: StyleInput,
  found: Extract<FoundFile, { source: string }>,
  source: SourceFile,
  context: StyleContext,
): ResolvedStyle | 'unchanged' | undefined {
  try {
    return compile(input, found, source, context);
  } catch (error) {
    if (!(error instanceof DeckError) || error.diagnostics.some(({ code }) => code === SASS_MISSING))
      throw error;
    const isCss = /\.css$/i.test(source.path) && isPlainCss(input, found, source, context);
    const fallback = isCss ? 'the file is used unchanged' : `the deck is built ${input.fallback}`;
    for (const one of error.diagnostics) {
      const message = `${one.message}; reveal_hugo.${input.param} names it, and ${fallback}`;
      context.report({ ...one, severity: 'warning', message });
    }
    return isCss ? 'unchanged' : undefined;
  }
}

function isPlainCss(
  { location }: StyleInput,
  { outputPath: name }: Extract<FoundFile, { source: string }>,
  source: SourceFile,
  { scss }: StyleContext,
): boolean {
  const input = { name, source, location, syntax: 'css' } as const;
  return (
    collectDiagnostics(() => scss.compile(input, normalizeScssOptions({}), () => undefined)).length === 0
  );
}

/** Lists the files to publish for a stylesheet in `assets/`, with its fonts. */
function publishAsset(text: string, target: string, files: SiteFiles): readonly PublishedAsset[] {
  const { css, fonts } = addFonts(text, findNamedFamilies(text), target);
  return [textFile(target, css), ...fonts, ...findAssets(text, target, files)];
}

function compile(
  input: StyleInput,
  found: Extract<FoundFile, { source: string }>,
  source: SourceFile,
  { files, scss, runTemplate, report }: StyleContext,
): ResolvedStyle {
  const options = normalizeScssOptions(input.options);
  const name = found.outputPath;
  const text = source.text.includes('{{') ? runTemplate({ path: name, text: source.text }) : source.text;
  const compiled = scss.compile(
    { name, source: { ...source, text }, location: input.location },
    options,
    report,
  );
  for (const { address } of externalImports(compiled.css))
    report(externalAddress(address, locateText(address, source, input.location)));
  const target = options.targetPath ?? name.replace(/\.s[ac]ss$/i, '.css');
  const { css, fonts } = replaceFontImports(compiled.css, target, files);
  return {
    address: target,
    published: [
      ...createStylesheet(css, target, compiled, options),
      ...fonts,
      ...findAssets(css, target, files),
    ],
    usedFiles: compiled.usedFiles,
    base: undefined,
  };
}

function createStylesheet(
  css: string,
  target: string,
  { sourceMap }: CompiledScss,
  { enableSourceMap }: ScssOptions,
): readonly PublishedAsset[] {
  if (!enableSourceMap || sourceMap === undefined) return [textFile(target, `${css}\n`)];
  const comment = `/*# sourceMappingURL=${path.posix.basename(target)}.map */`;
  return [textFile(target, `${css}\n${comment}\n`), textFile(`${target}.map`, sourceMap)];
}

/** Finds a theme of reveal-hugo, which is not in the site's folder. */
function findBundledTheme({ path: wanted, compiles }: StyleInput): ResolvedStyle | undefined {
  const theme = compiles ? undefined : bundledTheme(wanted.replace(/^\/+/, ''));
  if (!theme) return undefined;
  const { css, fonts } = addFonts(theme.css, theme.fonts, theme.outputPath);
  return {
    address: theme.outputPath,
    published: [textFile(theme.outputPath, css), ...fonts],
    usedFiles: [],
    base: theme.base,
  };
}

/** A font import of a reveal.js theme: `./fonts/league-gothic/league-gothic.css`. */
const FONT_IMPORT_RE =
  /@import\s*(?:url\()?\s*["']?([^"')\s;]*\bfonts?\/([a-z-]+)\/\2\.css)["']?\s*\)?\s*;?/g;

function replaceFontImports(css: string, target: string, files: SiteFiles): ReturnType<typeof addFonts> {
  const wanted = new Set<string>();
  const rest = css.replace(FONT_IMPORT_RE, (rule, address: string, slug: string) => {
    const file = path.posix.join(path.posix.dirname(target), address);
    if (files.find(file) !== undefined || fontFamily(slug, String) === undefined) return rule;
    wanted.add(slug);
    return '';
  });
  return addFonts(rest, [...new Set([...wanted, ...findNamedFamilies(css)])], target);
}

/**
 * Creates a stylesheet with the bundled fonts that a theme names which is published unchanged; `undefined` if it names
 * none. The theme is loaded after it, so faces of the same name in the theme win.
 */
export function createFontStylesheet(
  { usedFiles, published }: ResolvedStyle,
  files: SiteFiles,
): ResolvedStyle | undefined {
  const [source] = usedFiles;
  const slugs =
    source === undefined || published.length > 0 ? [] : findNamedFamilies(files.read(source) ?? '');
  if (slugs.length === 0) return undefined;
  const address = `${ASSETS_FOLDER}/fonts/${slugs.join('-')}.css`;
  const { css, fonts } = addFonts('', slugs, address);
  return { address, published: [textFile(address, css), ...fonts], usedFiles: [], base: undefined };
}

/** Adds font faces at the end of a stylesheet, because an `@import` after a rule is ignored. */
export function addFonts(
  css: string,
  slugs: readonly string[],
  target: string,
): { readonly css: string; readonly fonts: readonly PublishedAsset[] } {
  const fonts = new Map<string, PublishedAsset>();
  const address = (file: string): string => {
    const outputPath = `${ASSETS_FOLDER}/fonts/${path.basename(file)}`;
    if (!fonts.has(outputPath)) fonts.set(outputPath, { path: outputPath, bytes: readFileSync(file) });
    return path.posix.relative(path.posix.dirname(target), outputPath);
  };
  const faces = slugs.map((slug) => fontFamily(slug, address) ?? '');
  return { css: [css, ...faces].filter(Boolean).join('\n'), fonts: [...fonts.values()] };
}

const URL_RE = /(?:url\(\s*["']?|@import\s+["'])([^"')?#]+)/g;

/** Finds the files in `assets/` that a stylesheet refers to, which are published with it. */
function findAssets(css: string, target: string, files: SiteFiles): readonly PublishedAsset[] {
  const addresses = [...css.matchAll(URL_RE)].map(([, address = '']) => address.trim());
  return [...new Set(addresses)].flatMap((address) => {
    if (/^[a-z/]*:|^\//i.test(address)) return [];
    const found = files.locate(path.posix.join(path.posix.dirname(target), address), '.');
    const bytes = found.kind === 'asset' ? files.readBytes(found.source) : undefined;
    return bytes && found.kind === 'asset' ? [{ path: found.outputPath, bytes }] : [];
  });
}

/** A file of text to publish. */
export const textFile = (outputPath: string, text: string): PublishedAsset => ({
  path: outputPath,
  bytes: new TextEncoder().encode(text),
});

const EXTERNAL_RE = /^(?:https?:)?\/\//i;

const externalImports = (css: string): readonly CssImport[] =>
  readImports(css).filter(({ address }) => EXTERNAL_RE.test(address));

/** The location of a text in a source file; `location` if the source does not contain it. */
function locateText(text: string, source: SourceFile, location: SourceLocation): SourceLocation {
  const offset = source.text.indexOf(text);
  return offset < 0 ? location : { source, offset };
}

const externalAddress = (address: string, location: SourceLocation): ReturnType<typeof createDiagnostic> =>
  createDiagnostic({
    code: 'style-foreign-host',
    severity: 'warning',
    message: `the deck loads ${address} from another host, and looks different when offline`,
    hint: 'Copy the files into static/ and refer to them there; fonts are at https://fontsource.org.',
    ...location,
  });

function reportMissing(
  { path: wanted, param, location, fallback }: StyleInput,
  lookedAt: readonly string[],
  report: Report,
): undefined {
  report(
    createDiagnostic({
      code: 'style-missing',
      severity: 'warning',
      message: `reveal_hugo.${param} names the stylesheet "${wanted}", but that file does not exist`,
      hint: `Looked in ${lookedAt.join(' and ')}. The deck is built ${fallback}.`,
      ...location,
    }),
  );
}
