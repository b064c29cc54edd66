/** What layouts in Handlebars may cost: steps, output, depth and time, told at their line. */
import { describe, expect, test } from 'vitest';
import { collectDiagnostics } from '../../src/diagnostics.ts';
import { Budget, type Limits } from '../../src/templates/gotemplate/budget.ts';
import { compileTemplate } from '../../src/templates/handlebars.ts';
import type { Table } from '../../src/types.ts';

interface Run {
  readonly files: Readonly<Record<string, string>>;
  readonly data?: Table;
  readonly limits?: Partial<Limits>;
  readonly now?: () => number;
}

function compile({ files, limits, now }: Run): ReturnType<typeof compileTemplate> {
  const fileAt = (path: string): { path: string; text: string } | undefined => {
    const text = files[path];
    return text === undefined ? undefined : { path, text };
  };
  const source = fileAt('deck.hbs') ?? { path: 'deck.hbs', text: '' };
  const budget = new Budget(limits, now);
  return compileTemplate(source, { findPartial: (name) => fileAt(`${name}.hbs`), budget });
}

/** What a layout reports: `file:line:column message`. */
const problemsOf = (run: Run): readonly string[] =>
  collectDiagnostics(() => compile(run).render(run.data ?? {})).map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );

const list = Array.from({ length: 200 }, (_, n) => n);

describe('a layout ends', () => {
  test('after too many steps, at the block that takes them', () => {
    const files = {
      'deck.hbs': 'a\n{{#each list}}\n  {{#each @root.list}}{{#each @root.list}}x{{/each}}{{/each}}{{/each}}',
    };
    const [found, ...others] = problemsOf({ files, data: { list }, limits: { steps: 100_000 } });
    expect(others).toEqual([]);
    expect(found).toMatch(/^deck\.hbs:3:\d+ the layout failed: the template takes more than 100000 steps$/);
  });

  test('after too much output', () => {
    const files = { 'deck.hbs': '{{#each list}}{{{@root.text}}}{{/each}}' };
    const data = { list, text: 'x'.repeat(1000) };
    expect(problemsOf({ files, data, limits: { output: 50_000 } })).toEqual([
      'deck.hbs:1:1 the layout failed: the template writes more than 50000 characters',
    ]);
    expect(problemsOf({ files, data, limits: { output: 200_000 } })).toEqual([]);
  });

  test('and what blocks in blocks write counts once', () => {
    const deep = `${'{{#if a}}'.repeat(50)}${'x'.repeat(1000)}${'{{/if}}'.repeat(50)}`;
    const run = { files: { 'deck.hbs': deep }, data: { a: true }, limits: { output: 1000 } };
    expect(problemsOf(run)).toEqual([]);
  });

  test('after too much time', () => {
    let time = 0;
    const files = { 'deck.hbs': '{{#each list}}{{#each @root.list}}x{{/each}}{{/each}}' };
    expect(problemsOf({ files, data: { list }, limits: { time: 2000 }, now: () => (time += 1500) })).toEqual([
      expect.stringContaining('takes longer than 2 seconds'),
    ]);
  });

  test('with a value that is too large', () => {
    const files = { 'deck.hbs': '{{json text}}' };
    expect(problemsOf({ files, data: { text: 'x'.repeat(5000) }, limits: { value: 1000 } })).toEqual([
      'deck.hbs:1:1 the layout failed: the value is too large',
    ]);
  });

  test.each([
    ['a partial that calls itself', { 'deck.hbs': '{{> p}}', 'p.hbs': 'a{{> p}}' }],
    [
      'two that call each other',
      { 'deck.hbs': '{{> p}}', 'p.hbs': '{{> q}}', 'q.hbs': '{{#if a}}{{> p}}{{/if}}' },
    ],
    ['one that calls itself twice', { 'deck.hbs': '{{> p}}', 'p.hbs': '{{> p}}{{> p}}' }],
    [
      'one that calls itself in a loop',
      { 'deck.hbs': '{{> p}}', 'p.hbs': '{{#each @root.list}}{{> p}}{{/each}}' },
    ],
    ['the layout itself', { 'deck.hbs': '{{> deck}}' }],
  ])('%s', (_, files) => {
    const [found = ''] = problemsOf({ files, data: { a: true, list } });
    expect(found).toContain('partials call each other more than 250 levels deep');
    expect(found).toMatch(/^[pq]\.hbs|^deck\.hbs/);
  });

  test('in the partial that fails', () => {
    const files = { 'deck.hbs': 'a\n{{> p}}', 'p.hbs': '\n\n  {{#each}}{{/each}}' };
    expect(problemsOf({ files })).toEqual(['p.hbs:3:3 the layout failed: Must pass iterator to #each']);
  });

  test('and renders again after a failure', () => {
    const template = compile({ files: { 'deck.hbs': '{{#if a}}{{> p}}{{/if}}b', 'p.hbs': '{{> p}}' } });
    expect(collectDiagnostics(() => template.render({ a: 1 }))).toHaveLength(1);
    expect(template.render({})).toBe('b');
  });

  test('a tree is rendered by a partial that calls itself', () => {
    const tree = (depth: number): Table => ({ name: depth, children: depth > 0 ? [tree(depth - 1)] : [] });
    const files = { 'deck.hbs': '{{> p}}', 'p.hbs': '{{name}} {{#each children}}{{> p}}{{/each}}' };
    expect(compile({ files }).render(tree(40))).toMatch(/^40 39 .* 0 $/);
  });

  test('block parameters and @first stay', () => {
    const files = {
      'deck.hbs': '{{#each list as |one n|}}{{#unless @first}}, {{/unless}}{{n}}:{{one}}{{/each}}',
    };
    expect(compile({ files }).render({ list: ['a', 'b'] })).toBe('0:a, 1:b');
  });
});

describe('source that is nested too deep is a mistake at its place', () => {
  test.each([
    ['blocks', `${'{{#if 1}}'.repeat(3000)}${'{{/if}}'.repeat(3000)}`, '1:2251'],
    ['inverse blocks', `${'{{^a}}'.repeat(3000)}${'{{/a}}'.repeat(3000)}`, '1:1501'],
    ['parentheses', `{{a ${'(b '.repeat(5000)}${')'.repeat(5000)}}}`, '1:755'],
    ['blocks that stay open', '{{#if 1}}'.repeat(100_000), '1:2251'],
    ['else blocks', `{{#if a}}${'{{else if b}}'.repeat(1000)}{{/if}}`, '1:3247'],
    ['inline partials', `${'{{#> a}}'.repeat(1000)}${'{{/a}}'.repeat(1000)}`, undefined],
  ])('%s', (_, text, place) => {
    const [found] = problemsOf({ files: { 'deck.hbs': text } });
    expect(found).toContain("the layout can't be read: it is nested more than 250 levels deep");
    if (place !== undefined) expect(found).toContain(`deck.hbs:${place} `);
  });

  test('too many tags are a mistake', () => {
    const text = '{{a}}\n'.repeat(100_000);
    expect(problemsOf({ files: { 'deck.hbs': text } })).toEqual([
      "deck.hbs:20001:1 the layout can't be read: it has more than 20000 tags",
    ]);
  });

  test.each([
    ['parentheses outside of tags', '('.repeat(1000)],
    ['parentheses in texts of tags', '{{default a "((("}}'.repeat(500)],
    [
      'else blocks',
      '{{#if a}}b{{^}}c{{/if}}{{#if a}}b{{else}}c{{/if}}{{#if a}}{{else if b}}{{/if}}'.repeat(300),
    ],
    ['comments', '{{!-- {{#if}} ( --}}'.repeat(500)],
    ['200 blocks', `${'{{#if 1}}'.repeat(200)}x${'{{/if}}'.repeat(200)}`],
  ])('%s are none', (_, text) => {
    expect(problemsOf({ files: { 'deck.hbs': text } })).toEqual([]);
  });

  test('a mistake at the end of a long layout is found fast', () => {
    const text = `${'<p>some words</p>\n'.repeat(20_000)}{{#if a}}{{/each}}`;
    const start = performance.now();
    expect(problemsOf({ files: { 'deck.hbs': text } })).toEqual([expect.stringContaining('deck.hbs:20001:')]);
    expect(problemsOf({ files: { 'deck.hbs': `${text.slice(0, -20)}{{a.0}}` } })).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
