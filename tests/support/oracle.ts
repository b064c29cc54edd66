/** Inputs with what Hugo makes of them: builds each here, and takes away what does not count before they are compared. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { DeckError, type Diagnostic } from '../../src/diagnostics.ts';
import { memoryFiles } from '../../src/files.ts';
import type { SiteOverrides } from '../../src/types.ts';
import { readyDecks } from './ready-deck.ts';
import { openSite, testClient } from './site.ts';
import { flatten, reduceDeck, serialize } from './reduce-slides.ts';

/** What Hugo printed. */
interface OracleResult {
  readonly out: string;
  readonly err: string;
  readonly rc: number;
}

/** One input. */
export interface OracleCase {
  readonly name: string;
  /** The body of content/p.md; without it, `files` are the whole site. */
  readonly in?: string;
  /** Lines of front matter of content/p.md; `false` for a body that brings its own. */
  readonly fm?: string | false;
  readonly config: string;
  /** `null` takes a file away that other inputs have. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** The files that are compared. */
  readonly out?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly res: Readonly<Record<string, OracleResult | string>>;
}

/** Inputs that share files. */
export interface OracleSuite {
  readonly commonFiles: Readonly<Record<string, string>>;
  readonly cases: readonly OracleCase[];
}

const VERSION = '0.169.0';
const ORACLE = path.resolve(import.meta.dirname, '..', 'oracle', 'hugo.json');

export function readOracle(): Readonly<Record<string, OracleSuite>> {
  return (JSON.parse(readFileSync(ORACLE, 'utf8')) as { suites: Readonly<Record<string, OracleSuite>> })
    .suites;
}

/** What the version of Hugo that counts has made of an input. */
function readResult({ res }: OracleCase): OracleResult {
  const result = res[VERSION];
  if (typeof result !== 'string') return result!;
  return res[result.replace('same as ', '')] as OracleResult;
}

/** What Hugo 0.169 takes for the base URL of a site that has none; one case alone is about that. */
const DEFAULT_BASE = 'https://example.org/';
const ABOUT_BASE = 'URL base empty';

const DEFAULT_CONFIG = `baseURL="https://example.org/"
[markup.goldmark.renderer]
unsafe=true
`;

/** How an input came out, on both sides, as they are compared. */
export interface Comparison {
  readonly expected: string;
  readonly actual: string;
}

/** Builds an input and compares it as its suite needs it. */
export function compareCase(suite: string, { commonFiles }: OracleSuite, input: OracleCase): Comparison {
  const result = readResult(input);
  const site = createSite(commonFiles, input);
  const built = build(site, readOverrides(input));
  // Of several places the last is where it comes from. Hugo's columns are those behind the word that it had read.
  const failed = [...result.err.matchAll(/SITE\/(\S+?):(\d+):\d+"/g)].at(-1);
  if (result.rc !== 0 && failed)
    return { expected: failed.slice(1).join(':'), actual: firstPosition(built.diagnostics) };
  if (result.rc !== 0) return { expected: 'an error', actual: built.isBroken ? 'an error' : 'no error' };
  if (built.isBroken) return { expected: 'no error', actual: firstPosition(built.diagnostics) };
  if (suite === 'theme' || suite === 'nest') return compareDecks(result.out, built.files);
  if (input.in !== undefined && !input.out)
    return { expected: normalize(result.out), actual: normalize(built.files['p/index.html'] ?? '') };
  if (!input.out)
    return { expected: normalize(goTypes(result.out)), actual: normalize(built.files['p/index.html'] ?? '') };
  return compareFiles(result.out, built.files, input.out);
}

function createSite(
  commonFiles: OracleSuite['commonFiles'],
  { in: body, fm, config, files }: OracleCase,
): Record<string, string> {
  const given = { 'hugo.toml': config === '(default)' ? DEFAULT_CONFIG : config, ...commonFiles, ...files };
  const site: Record<string, string> = {};
  for (const [name, text] of Object.entries(given)) if (text !== null) site[name] = text;
  if (body !== undefined) {
    site['content/p.md'] = fm === false ? body : `---\ntitle: P\n${fm ?? ''}---\n${body}`;
    site['layouts/_default/single.html'] ??= '{{ .Content }}';
  }
  return site;
}

function readOverrides({ args = [], env, config, files, name }: OracleCase): SiteOverrides {
  const value = (flag: string): string | undefined => {
    const at = args.indexOf(flag);
    return at < 0 ? undefined : args[at + 1];
  };
  return {
    baseURL:
      value('-b') ?? (hasNoBaseURL(config, files, env) && name !== ABOUT_BASE ? DEFAULT_BASE : undefined),
    environment: value('-e'),
    variables: env,
    ...(args.includes('-D') && { buildDrafts: true }),
    ...(args.includes('-F') && { buildFuture: true }),
    ...(args.includes('-E') && { buildExpired: true }),
  };
}

function hasNoBaseURL(config: string, files: OracleCase['files'] = {}, env: OracleCase['env'] = {}): boolean {
  const texts = Object.entries(files).flatMap(([name, text]) =>
    /(?:hugo|config)\.\w+$/.test(name) ? (text ?? '') : [],
  );
  return ![config, ...texts, ...Object.keys(env)].some((text) => /^\W*(?:HUGO_)?baseurl\b/im.test(text));
}

interface Built {
  readonly files: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly isBroken: boolean;
}

function build(site: Record<string, string>, overrides: SiteOverrides): Built {
  const files: Record<string, string> = {};
  const diagnostics: Diagnostic[] = [];
  try {
    const pipeline = openSite(memoryFiles(site), overrides);
    const { staticFiles, diagnostics: found } = pipeline.decks();
    // A folder without a deck is a mistake here and none to Hugo.
    diagnostics.push(...found.filter(({ code }) => code !== 'no-deck'));
    for (const { outputPath, source } of staticFiles) files[outputPath] = site[source] ?? '';
    for (const ready of readyDecks(pipeline)) {
      diagnostics.push(...ready.diagnostics);
      for (const output of pipeline.publish(ready, testClient)) files[output.path] = output.text;
    }
    const rest = pipeline.publishPages(testClient, () => readyDecks(pipeline));
    diagnostics.push(...rest.diagnostics);
    for (const output of rest.outputs) files[output.path] = output.text;
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    diagnostics.push(...error.diagnostics);
  }
  return { files, diagnostics, isBroken: diagnostics.some(stopsHugo) };
}

function firstPosition(diagnostics: readonly Diagnostic[]): string {
  const [first] = diagnostics.filter(stopsHugo);
  return first ? [first.file, first.line].join(':') : 'no error';
}

/** Whole numbers are of one type here, and so are maps. */
const goTypes = (text: string): string =>
  text.replaceAll('uint64:', 'int:').replaceAll('hmaps.Params:', 'map[string]interface {}:');

/** Files of an output: `[index.html] text`, one after the other, and the names of all files behind `TREE:`. */
function compareFiles(out: string, files: Built['files'], wanted: readonly string[]): Comparison {
  const tree = /(?:^|\n)TREE: ([^\n]*)$/.exec(out)?.[1];
  const text = out.replace(/(?:^|\n)TREE: [^\n]*$/, '');
  const actual = wanted
    .filter((name) => text.includes(`[${name}]`))
    .map((name) => `[${name}] ${files[name] ?? `<<no ${name}>>`}`);
  const names = tree === undefined ? [] : [`TREE: ${readTree(Object.keys(files), tree.split(' '))}`];
  return {
    expected: normalize([text, ...(tree === undefined ? [] : [`TREE: ${tree}`])].join('\n')),
    actual: normalize([...actual, ...names].join('\n')),
  };
}

/**
 * Taxonomies, feeds and site maps are not compared: they are not slides; nor is what Hugo writes only where the site has
 * a layout for it, or not at all.
 */
function readTree(actual: readonly string[], expected: readonly string[]): string {
  const isOthers = (name: string): boolean =>
    /(?:^|\/)(?:index\.xml|sitemap\.xml)$|^(?:tags|categories)\//.test(name);
  const isOurs = (name: string): boolean =>
    /(?:^|\/)(?:404\.html|sitemap\.xml|\.nojekyll)$/.test(name) && !expected.includes(name);
  const own = actual.filter((name) => !isOurs(name));
  return [...new Set([...own, ...expected.filter(isOthers)])].sort().join(' ');
}

function compareDecks(out: string, files: Built['files']): Comparison {
  const parts = out.split(/(?:^|\n)\[([^\]\n]+\.html)\] /).slice(1);
  const expected: string[] = [];
  const actual: string[] = [];
  for (let n = 0; n < parts.length; n += 2) {
    const page = parts[n]!;
    const slides = (html: string): string =>
      flatten(reduceDeck(html, page))
        .map((slide) => serialize(slide, { lines: html.includes('data-line-numbers') }))
        .join('\n');
    expected.push(page, slides(`<div class="slides">${parts[n + 1]!}</div>`));
    actual.push(page, slides(files[page] ?? ''));
  }
  return { expected: expected.join('\n'), actual: actual.join('\n') };
}

type Node = DefaultTreeAdapterTypes.Node;

/** HTML without what does not count: white space, the order of attributes, entities, colours of code. */
export function normalize(html: string): string {
  const text = html.replace(/\r\n/g, '\n');
  return (parseFragment(text).childNodes as Node[])
    .map(write)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim();
}

function write(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!('tagName' in node)) return '';
  const isCode =
    node.tagName === 'pre' || (node.tagName === 'div' && attribute(node, 'class').includes('highlight'));
  if (isCode) return `<pre>${readCode(node)}</pre>`;
  if (node.tagName === 'code') return `<code class="${attribute(node, 'class')}">${readText(node)}</code>`;
  const attributes = node.attrs
    .filter(({ name }) => name !== 'tabindex')
    .map(
      ({ name, value }) =>
        ` ${name}="${name === 'style' ? value.replace(/\s/g, '').replace(/;$/, '') : value}"`,
    )
    .sort()
    .join('');
  return `<${node.tagName}${attributes}>${node.childNodes.map(write).join('')}</${node.tagName}>`;
}

/** The text of the code, without line numbers. */
function readCode(node: Node): string {
  const codes = [...walk(node)].filter((child) => child.nodeName === 'code');
  return readText(codes.at(-1) ?? node).trim();
}

function readText(node: Node): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && /(?<!-)\b(?:ln|lnt)\b(?!-)/.test(attribute(node, 'class'))) return '';
  return 'childNodes' in node ? node.childNodes.map(readText).join('') : '';
}

function* walk(node: Node): Generator<Node> {
  yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

const attribute = (node: DefaultTreeAdapterTypes.Element, name: string): string =>
  node.attrs.find((one) => one.name === name)?.value ?? '';

/** What stands beside decks and stops Hugo is a warning here: it has to be told at the same line all the same. */
const WARNED_OF: readonly string[] = [
  'key-repeated',
  'data-invalid',
  'translation-invalid',
  'permalink-unknown',
];

function stopsHugo({ severity, code, message }: Diagnostic): boolean {
  return severity === 'error' || WARNED_OF.includes(code) || message.endsWith(' skipped)');
}
