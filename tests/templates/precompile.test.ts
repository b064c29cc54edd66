/** Layouts that are compiled with the command render as those that are compiled when they are read. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { SourceFile } from '../../src/diagnostics.ts';
import { compileTemplate } from '../../src/templates/handlebars.ts';
import { precompile } from '../../src/templates/precompile.ts';
import type { precompiledFiles } from '../../src/templates/precompiled.ts';

type Known = typeof precompiledFiles;

async function load(files: readonly SourceFile[]): Promise<Known> {
  const code = `data:text/javascript;base64,${Buffer.from(precompile(files)).toString('base64')}`;
  const module = (await import(code)) as { readonly precompiledFiles: Known };
  return module.precompiledFiles;
}

const finder = (files: readonly SourceFile[]) => (name: string) =>
  files.find(({ path: file }) => file.endsWith(`partials/${name}.hbs`));

const file = (name: string, text: string): SourceFile => ({ path: `layouts/${name}.hbs`, text });

test.each([
  ['a value', '<p>{{title}}</p>\n'],
  [
    'blocks on lines of their own',
    '<ul>\n  {{#each list}}\n  <li>{{this}} {{@index}}</li>\n  {{/each}}\n</ul>\n',
  ],
  [
    'helpers and raw text',
    '{{#if (eq title "A & B")}}{{json list}}{{{title}}}{{else}}no{{/if}}{{~default none 1~}} .',
  ],
  ['a partial with a value', 'a\n  {{> inner list=title}}\nb\n'],
  ['quotes and line separators', '`${title}` \\ " \' \u2028 {{title}}'],
])('%s', async (_, text) => {
  const inner = file('partials/inner', '[{{list}}\n{{title}}]\n');
  const source = file('deck', text);
  const data = { title: 'A & B', list: ['x', '<y>'] };
  const late = compileTemplate(source, { findPartial: finder([inner]), known: new Map() });
  const expected = late.render(data);
  for (const known of [await load([source, inner]), await load([source]), await load([inner])]) {
    const early = compileTemplate(source, { findPartial: finder([inner]), known });
    expect(early.render(data)).toBe(expected);
    expect(early.usedFiles).toEqual(late.usedFiles);
    expect(early.mentions('title')).toBe(late.mentions('title'));
  }
});

test('all built-in layouts compile, and call only partials that exist', async () => {
  const folder = path.resolve(import.meta.dirname, '../../layouts');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => path.join(folder, name).replaceAll('\\', '/'))
    .map((name) => ({ path: name, text: readFileSync(name, 'utf8') }));
  const known = await load(files);
  expect(known.size).toBe(files.length);
  for (const source of files) compileTemplate(source, { findPartial: finder(files), known });
});

test("an author's partial that is missing or broken is reported where it is called", async () => {
  const known = await load([file('deck', '{{> inner}}')]);
  const broken = file('partials/inner', 'a\n{{nope 1}}\n');
  expect(() =>
    compileTemplate(file('deck', '{{> inner}}'), { findPartial: finder([broken]), known }),
  ).toThrow('nope');
  expect(() =>
    compileTemplate(file('deck', 'x {{> outer}}'), { findPartial: finder([broken]), known }),
  ).toThrow('outer');
});
