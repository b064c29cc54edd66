/** Syntax errors of Handlebars: where they are, what is wrong, and what to write instead. */
import { describe, expect, test } from 'vitest';
import { collectDiagnostics } from '../../src/diagnostics.ts';
import { compileTemplate } from '../../src/templates/handlebars.ts';

/** What is reported of a layout: `line:column`, the message, the hint. */
function problemOf(text: string): readonly string[] {
  const source = { path: 'layouts/deck.hbs', text };
  const found = collectDiagnostics(() => compileTemplate(source, { findPartial: () => undefined }));
  return found.flatMap(({ line, column, message, hint }) => [
    `${line}:${column}`,
    message.replace("the layout can't be read: ", ''),
    hint,
  ]);
}

const GUIDE = 'See https://handlebarsjs.com/guide/expressions.html for what a tag can contain.';
const BRACES = 'Close {{ with }}, and {{{ with }}}.';
const OUTSIDE = 'Open the block above, as in {{#if name}}, or remove this tag.';
const DOT =
  'Write names without a dot in front, such as {{title}}. Templates in the language of Go are named .html.';
const MISSING = 'Add what is missing before the }}.';

describe('in a tag', () => {
  test.each([
    [
      '<b>{{#if params}}{{params.0}}</b>',
      '1:27',
      'unexpected number 0 in {{params.0}}',
      'In a path, put a number in brackets: {{params.[0]}}.',
    ],
    [
      '\n{{a}} a long text before the tag {{b.1}} and after it\n',
      '2:38',
      'unexpected number 1 in {{b.1}}',
      'In a path, put a number in brackets: {{b.[1]}}.',
    ],
    ['a\n{{ .Title }}\n', '2:4', 'unexpected "." in {{ .Title }}', DOT],
    [
      '{{ title | upper }}',
      '1:10',
      'unexpected "|" in {{ title | upper }}',
      'Handlebars has no pipes: call a helper as {{helper value}}.',
    ],
    ['{{x = 1}}', '1:5', 'unexpected "=" in {{x = 1}}', GUIDE],
    [
      '{{json x=1 name}}',
      '1:16',
      '{{json x=1 name}} ends too early',
      'Write values without a name before those with one: {{helper a b=c}}.',
    ],
    ['{{x "a}}', '1:5', 'a string in {{x "a}} is not closed', 'Close it with ".'],
    ['{{#if (eq a "b"}}x{{/if}}', '1:16', '{{#if (eq a "b"}} ends too early', 'Close the bracket with ).'],
    ['{{json\n  b=}}', '2:5', '{{json ends too early', MISSING],
    ['{{> }}', '1:5', '{{> }} ends too early', MISSING],
    ['a\n  {{{x}}\n', '2:3', '{{{x}} opens and closes with different numbers of braces', BRACES],
    ['{{x}}}', '1:1', '{{x}}} opens and closes with different numbers of braces', BRACES],
    ['<html>\n{{title\n</html>', '2:1', '{{title is not closed', 'Close the tag with }}.'],
    ['{{#if b}}{{a', '1:10', '{{a is not closed', 'Close the tag with }}.'],
    ['{{a/../b}}', '1:3', 'invalid path: a/..', 'Write ../ at the start of a path only.'],
  ])('%j', (text, ...expected) => {
    expect(problemOf(text)).toEqual(expected);
  });
});

describe('in blocks', () => {
  test.each([
    [
      'a\n{{!-- {{#each x}} --}}{{#if x}}\n{{#each y}}{{/each}}{{else}}\nb\n',
      '2:23',
      'the {{#if}} opened here is never closed',
      'Add {{/if}} where the block ends.',
    ],
    [
      '{{#if x}}{{#each y}}a{{/if}}',
      '1:13',
      '{{#each}} is closed by {{/if}}',
      'Write {{/each}} where {{#each}} ends.',
    ],
    ['a\n{{/if}}\n', '2:1', '{{/if}} is outside of a block', OUTSIDE],
    ['{{else}}', '1:1', '{{else}} is outside of a block', OUTSIDE],
    [
      '{{#if x}}a{{else}}b{{else}}c{{/if}}',
      '1:20',
      'unexpected {{else}} in {{#if}}',
      'A block can have one {{else}}, before {{/if}}.',
    ],
    ['a\n{{!-- b', '2:1', 'the comment opened here is never closed', 'Close it with --}}.'],
    ['{{{{raw}}}} x', '1:1', 'the block {{{{raw}}}} opened here is never closed', GUIDE],
  ])('%j', (text, ...expected) => {
    expect(problemOf(text)).toEqual(expected);
  });
});
