/** docs/look.md names every variable of themes and of layouts, every helper and every font. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { templateHelpers } from '../../src/templates/handlebars-helpers.ts';
import { readDocument, ROOT } from '../support/documents.ts';
import { readyDecks } from '../support/ready-deck.ts';
import { openSite, testClient } from '../support/site.ts';

const { text } = readDocument('docs/look.md');

/** What is written as code between two headings of the page, or in all of it. */
function codeIn(from = '', to = ''): readonly string[] {
  const start = from === '' ? 0 : text.indexOf(`\n### ${from}\n`);
  const end = to === '' ? text.length : text.indexOf(`\n### ${to}\n`, start);
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  return [...text.slice(start, end).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

const themes = path.join(ROOT, 'node_modules', 'reveal.js', 'dist', 'theme');

test('every variable of themes', () => {
  const css = readdirSync(themes)
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(path.join(themes, file), 'utf8'))
    .join('');
  const names = [...new Set(css.match(/--r-[a-z0-9-]+/g))];
  expect(names.length).toBeGreaterThan(25);
  // Those of the sizes of headings are named by the first and the last.
  const said = [...codeIn(), '--r-heading2-size', '--r-heading3-size'];
  expect(names.filter((name) => !said.includes(name))).toEqual([]);
});

test('every theme', () => {
  const names = readdirSync(themes).flatMap((file) => (file.endsWith('.css') ? [file.slice(0, -4)] : []));
  expect(names.filter((name) => !codeIn().includes(name))).toEqual([]);
});

test('every style of Chroma', () => {
  const lines = readFileSync(path.join(ROOT, 'themes', 'code-styles.txt'), 'utf8').split('\n');
  const names = lines.map((line) => line.split(' ', 1)[0] ?? '').filter(Boolean);
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => !codeIn().includes(name))).toEqual([]);
});

test('every font', () => {
  const { devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const fonts = Object.keys(devDependencies).filter((name) => name.startsWith('@fontsource/'));
  const said = text.toLowerCase().replaceAll(' ', '-');
  expect(fonts.length).toBeGreaterThan(5);
  expect(fonts.filter((name) => !said.includes(path.basename(name)))).toEqual([]);
});

test('every helper', () => {
  const said = codeIn('Helpers', 'Go templates').join(' ');
  const names = [...Object.keys(templateHelpers), 'if', 'unless', 'each', 'with', 'lookup', 'log'];
  expect(names.filter((name) => !new RegExp(`[{#(]${name} `).test(said))).toEqual([]);
});

test('every layout', () => {
  const layouts = readdirSync(path.join(ROOT, 'layouts'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.hbs') && !file.startsWith('shortcodes/'));
  const said = codeIn('Files', 'Variables of layouts');
  expect(layouts.filter((file) => !said.includes(file))).toEqual([]);
});

/** Layouts that print all that they are given, and a site that uses each of them. */
const PRINTED = ['deck', 'landing', '404', 'sitemap', 'robots', 'alias', 'shortcodes/print'];
const DUMP = '@@{{json this}}@@';
const site = {
  ...Object.fromEntries(PRINTED.map((name) => [`layouts/${name}.hbs`, DUMP])),
  'layouts/shortcodes/print.hbs': `<!-- {{name}} {{inner}} ${DUMP} -->`,
  'hugo.toml': [
    'baseURL = "https://example.org/"',
    'title = "Talks"',
    'enableRobotsTXT = true',
    '[params]',
    'author = "Ada"',
    'description = "What we have said"',
    'images = ["a.png"]',
    'theme_color = "#123456"',
    '[params.reveal_hugo.logo]',
    'src = "a.svg"',
    'alt = "A leaf"',
    '',
  ].join('\n'),
  'static/favicon.svg': '<svg/>',
  'content/talk/_index.md': [
    '+++',
    'title = "Talk"',
    'date = 2026-03-14',
    'aliases = ["/old/"]',
    'outputs = ["Reveal"]',
    '+++',
    '{{< print />}}',
    '',
  ].join('\n'),
};

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `meta`, `meta.type`; what the author has named or what only the client reads is not gone into. */
function namesOf(data: Readonly<Record<string, unknown>>, above = ''): readonly string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const inside = Array.isArray(value) ? value[0] : value;
    const isOpen = isTable(inside) && !['params', 'settings', 'classic'].includes(key);
    return [above + key, ...(isOpen ? namesOf(inside, `${above}${key}.`) : [])];
  });
}

test('every variable of layouts', () => {
  const pipeline = openSite(memoryFiles(site));
  const decks = readyDecks(pipeline);
  const list = {
    script: 'list.js',
    files: [],
    isModule: true,
    miniatureStyle: 'miniature.css',
    writeIndex: () => ({ path: 'index.json', text: '' }),
  };
  const client = { ...testClient, list };
  const outputs = [
    ...decks.flatMap((deck) => pipeline.publish(deck, client)),
    ...pipeline.publishPages(client, () => decks).outputs,
  ];
  const dumps = outputs.flatMap((output) =>
    [...output.text.matchAll(/@@(\{.*?\})@@/g)].map(([, json = '']) => json),
  );
  const tables = dumps.map(
    (json) => JSON.parse(json.replaceAll('\\u0026quot;', '"')) as Record<string, unknown>,
  );
  expect(tables.length).toBeGreaterThanOrEqual(PRINTED.length - 1);
  const said = [...codeIn('In Handlebars', 'As Go templates'), ...codeIn('Variables of layouts', 'Helpers')];
  const names = [...new Set(tables.flatMap((table) => namesOf(table)))];
  expect(names.length).toBeGreaterThan(30);
  const isSaid = (name: string): boolean =>
    said.includes(name) ||
    said.includes(path.extname(name).slice(1)) ||
    said.some((one) => one.startsWith(`${name}.`));
  expect(names.filter((name) => !isSaid(name))).toEqual([]);
});
