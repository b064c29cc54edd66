/** What an author's template can get wrong, with the place and what is said about it. */
import { describe, expect, test } from 'vitest';
import { DeckError } from '../../../src/diagnostics.ts';
import { Budget } from '../../../src/templates/gotemplate/budget.ts';
import { compileGoTemplate } from '../../../src/templates/gotemplate/template.ts';
import { findingsOf, runTemplate, testFunctions, TestObject } from '../../support/run-template.ts';

describe('what can not be read', () => {
  test.each([
    ['a\n{{ if .x }}\nb', '2:1', '{{ if }} opened here is never closed'],
    ['{{ end }}', '1:1', 'unexpected {{end}}'],
    ['{{ if 1 }}{{ else }}{{ else }}{{ end }}', '1:21', 'expected end'],
    ['x {{ .a', '1:3', 'unclosed action'],
    ['x {{/* a', '1:3', 'unclosed comment'],
    ['{{/* a */ }}', '1:8', 'comment ends before closing delimiter'],
    ['{{ "a }}', '1:4', 'unterminated quoted string'],
    ['{{ `a }}', '1:4', 'unterminated raw quoted string'],
    ["{{ 'a }}", '1:4', 'unterminated character constant'],
    ['{{ "\\q" }}', '1:4', 'invalid escape'],
    ['{{ (1 }}', '1:7', 'unclosed left paren'],
    ['{{ 1) }}', '1:5', 'unexpected ")"'],
    ['{{ $y }}', '1:4', 'undefined variable "$y"'],
    ['{{ if $x := 1 }}{{ end }}{{ $x }}', '1:29', 'undefined variable "$x"'],
    ['{{ $x = 1 }}', '1:4', 'undefined variable "$x"'],
    ['{{ $x := 1 }}{{ $x+2 }}', '1:19', "bad character U+002B '+'"],
    ['{{ 3k }}', '1:4', 'bad number syntax: "3k"'],
    ['{{ 1i }}', '1:4', 'complex numbers are not supported'],
    ['{{ 089 }}', '1:4', 'integer overflow: "089"'],
    ['{{ 1 | 2 }}', '1:8', 'non executable command in pipeline stage 2'],
    ['{{ break }}', '1:1', '{{break}} outside {{range}}'],
    ['{{ range .a }}{{ else }}{{ continue }}{{ end }}', '1:25', '{{continue}} outside {{range}}'],
    ['{{ define "a" }}x{{ end }}\n{{ define "a" }}y{{ end }}', '2:1', 'multiple definition of template "a"'],
    ['{{ if 1 }}{{ define "a" }}{{ end }}{{ end }}', '1:11', 'unexpected {{define}}'],
    ['{{ template .x }}', '1:13', 'unexpected ".x" in template clause'],
    ['{{ "a".b }}', '1:7', 'unexpected . after term'],
    ['{{ range $a, $b, $c := .x }}{{ end }}', '1:16', 'too many declarations'],
  ])('%s', (text, place, words) => {
    const [found, ...others] = findingsOf(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'template-syntax', severity: 'error', file: 'layouts/test.html' });
    expect(`${found?.line}:${found?.column}`).toBe(place);
    expect(found?.message).toContain(words);
    expect(found?.message).not.toMatch(/\.$/);
    expect(found?.hint).toMatch(/\S/);
  });
});

describe('functions that are not there', () => {
  test('are told all at once, each at its place', () => {
    const found = findingsOf(
      '{{ uper "a" }}\n{{ strings.ToUper "a" }}{{ if nope }}{{ end }}{{ .Fine.nope }}',
    );
    expect(found.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
      'template-function-unknown 1:4',
      'template-function-unknown 2:4',
      'template-function-unknown 2:31',
    ]);
    expect(found[0]?.hint).toContain('Did you mean "upper"?');
    expect(found[1]?.message).toContain('"strings.ToUper"');
  });

  test('of Hugo come with what to do instead', () => {
    const [found] = findingsOf('{{ images.Filter 1 }}');
    expect(found?.hint).toContain('CSS');
  });

  test('members of what is no namespace are left to the run', () => {
    const functions = { ...testFunctions, site: () => new TestObject('*hugolib.Site', {}) };
    const [found] = findingsOf('{{ site.Nope }}', {}, { functions });
    expect(found).toMatchObject({ code: 'template-failed', line: 1, column: 4 });
  });
});

describe('what fails while it runs', () => {
  const page = new TestObject('*hugolib.Page', { Parent: null, Title: 'T' });

  test.each([
    ['a\n{{ .page.Titel }}', '2:4', "can't evaluate field Titel in type *hugolib.Page"],
    ['{{ .page.Parent.Title }}', '1:4', 'nil pointer evaluating interface {}.Title'],
    ['{{ .page.Title "x" }}', '1:4', 'Title has arguments but cannot be invoked as function'],
    ['{{ .text "x" }}', '1:4', 'text is not a method but has arguments'],
    ['{{ "a" "b" }}', '1:4', 'can\'t give argument to non-function "a"'],
    ['{{ print (fail) }}', '1:11', '<fail>: error calling fail: no luck'],
    ['{{ 1 | fail 2 }}', '1:8', '<fail 2>: error calling fail: no luck'],
    ['{{ fail `a\n  b` }}', '1:4', '<fail `a b`>: error calling fail'],
    ['{{ range .text }}{{ end }}', '1:10', "range can't iterate over a value of type string"],
    ['{{ range $a, $b := 3 }}{{ end }}', '1:20', "can't use 3 to iterate over more than one variable"],
    ['{{ index .list 7 }}', '1:4', 'error calling index: index out of range: 7'],
    ['{{ nil }}', '1:4', 'nil is not a command'],
    ['{{ template "none" }}', '1:1', 'template "none" not defined'],
    ['{{ define "a" }}\n{{ fail }}{{ end }}{{ template "a" }}', '2:4', 'no luck'],
    ['{{ define "a" }}{{ template "a" }}{{ end }}{{ template "a" }}', '1:17', 'maximum template depth'],
  ])('%s', (text, place, words) => {
    const [found, ...others] = findingsOf(text, { page, text: 'x', list: [1] });
    expect(others).toEqual([]);
    expect(found?.code).toBe('template-failed');
    expect(`${found?.line}:${found?.column}`).toBe(place);
    expect(found?.message).toContain(words);
    expect(found?.hint).toMatch(/\S/);
  });

  test('the hint of a function is passed on', () => {
    expect(findingsOf('{{ fail }}')[0]?.hint).toBe('Try another one.');
  });

  test('a template of another file fails in that file', () => {
    const other = compileGoTemplate({ path: 'layouts/other.html', text: '\n{{ fail }}' }, testFunctions);
    const [found] = findingsOf('{{ template "other" }}', {}, { find: () => other });
    expect(found).toMatchObject({ file: 'layouts/other.html', line: 2, column: 4 });
  });

  test('diagnostics of templates that functions run pass untouched', () => {
    const inner = new DeckError([]);
    const functions = {
      partial: () => {
        throw inner;
      },
    };
    expect(() => runTemplate('{{ partial "x" }}', {}, { functions })).toThrow(inner);
  });

  test('our own bugs are no diagnostics', () => {
    const functions = {
      bug: () => {
        throw new TypeError('ours');
      },
    };
    expect(() => runTemplate('{{ bug }}', {}, { functions })).toThrow(TypeError);
  });

  test('values that are larger than a text can be are no bugs', () => {
    const functions = { double: () => 'ab'.repeat(2 ** 29) };
    expect(findingsOf('\n{{ double }}', {}, { functions })[0]).toMatchObject({
      code: 'template-failed',
      line: 2,
    });
  });

  test('templates that run each other through functions for ever are stopped', () => {
    const again = (): unknown => runTemplate('{{ again }}', {}, { functions: { again } }).text;
    expect(() => again()).toThrow('exceeded maximum template depth');
  });
});

describe('templates that cost too much', () => {
  test.each([
    ['a\n{{ range 1000000000 }}{{ end }}', '2:10', 'takes more than'],
    [
      '{{ range $a := 1000 }}{{ range 1000 }}{{ range 1000 }}{{ print 1 }}{{ end }}{{ end }}{{ end }}',
      '',
      'takes more than',
    ],
    [
      '{{ define "a" }}{{ if gt . 0 }}{{ template "a" (len (printf "%*s" 3 "")) }}{{ template "a" . }}{{ end }}{{ end }}{{ template "a" 30 }}',
      '',
      'maximum template depth',
    ],
    ['{{ $s := "ab" }}{{ range 60 }}{{ $s = print $s $s }}{{ end }}', '1:39', 'the value is too large'],
    ['{{ $s := printf "%1000000d" 1 }}{{ range 1000 }}{{ $s }}{{ end }}', '1:52', 'writes more than'],
    ['{{ range 1000000000 }}{{/* nothing */}}{{ end }}', '1:10', 'takes more than'],
    ['{{ $s := list 1 }}{{ range 60 }}{{ $s = list $s $s }}{{ end }}{{ $s }}', '1:41', 'the value is too'],
    ['{{ $s := dict "a" 1 }}{{ range 60 }}{{ $s = dict "b" $s "c" $s }}{{ end }}', '1:45', 'value is too'],
    ['{{ range 1000 }}{{ $s := printf "%900000d" 1 }}{{ end }}', '1:26', 'creates more than 20000000 char'],
  ])('%s', (text, place, words) => {
    const budget = new Budget({ steps: 100_000, output: 10_000_000, value: 1_000_000, values: 20_000_000 });
    const [found, ...others] = findingsOf(text, {}, { budget });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'template-failed', severity: 'error' });
    if (place !== '') expect(`${found?.line}:${found?.column}`).toBe(place);
    expect(found?.message).toContain(words);
  });

  test('a run ends after some time', () => {
    let time = 0;
    const budget = new Budget({}, () => (time += 1000));
    const [found] = findingsOf('{{ range 1000000 }}{{ end }}', {}, { budget });
    expect(found?.message).toContain('takes longer than 30 seconds');
    expect(runTemplate('{{ range 3 }}{{ . }}{{ end }}', {}, { budget }).text).toBe('012');
  });

  test.each([
    ['parentheses', `{{ ${'('.repeat(100_000)}1${')'.repeat(100_000)} }}`],
    ['conditions', '{{ if 1 }}'.repeat(100_000)],
    ['alternatives', `{{ if 1 }}${'{{ else if 1 }}'.repeat(3000)}{{ end }}`],
    ['closed parentheses', `{{ ${'('.repeat(3000)}1${')'.repeat(3000)} }}`],
  ])('%s are not nested too deep', (_, text) => {
    expect(findingsOf(text)[0]).toMatchObject({ code: 'template-syntax', line: 1 });
    expect(findingsOf(text)[0]?.message).toContain('nested more than 250 levels deep');
  });

  test('many blocks beside each other are not deep', () => {
    expect(findingsOf('{{ if (1) }}{{ else if (2) }}{{ else }}{{ end }}'.repeat(2000))).toEqual([]);
  });

  test.each(['%1000000000d', '%.1000000000f', '%.1000000000e', '%.1000000000g', '%.200e', '%-1000000000s'])(
    'the size in %s is limited',
    (format) => {
      expect(runTemplate(`{{ printf "${format}" 1 }}`).text.length).toBeLessThan(1_000_100);
    },
  );
});
