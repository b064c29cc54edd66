/** What templates of Go can say, one behaviour a row. */
import { describe, expect, test } from 'vitest';
import { Float } from '../../../src/templates/gotemplate/values.ts';
import { runTemplate, TestObject } from '../../support/run-template.ts';

const page = new TestObject('*hugolib.Page', {
  Title: 'A & B',
  Parent: null,
  Param: (name: unknown) => `param ${String(name)}`,
  Site: () => new TestObject('*hugolib.Site', { Title: 'the site' }),
});

const data = {
  page,
  list: ['a', 'b', 'c'],
  map: { z: 1, a: 2 },
  empty: [],
  text: 'x',
  n: 3,
  float: new Float(2),
};

describe('trim markers', () => {
  test.each([
    ['a \n {{- 1 -}} \n b', 'a1b'],
    ['a {{-1}} b', 'a -1 b'],
    ['a\t{{- /* gone */ -}}\tb', 'ab'],
    ['a {{/* gone */}} b', 'a  b'],
    ['a {{ 1\n-}}\n b', 'a 1b'],
  ])('%j', (text, expected) => {
    expect(runTemplate(text).text).toBe(expected);
  });
});

describe('values and fields', () => {
  test.each([
    ['{{ .text }}|{{ $.text }}|{{ (.map).z }}', 'x|x|1'],
    ['{{ .map.z }}{{ .map.none }}{{ .none.deeper }}', '1'],
    ['{{ .page.Title }}', 'A & B'],
    ['{{ .page.Site.Title }}', 'the site'],
    ['{{ .page.Param "x" }}', 'param x'],
    ['{{ "x" | .page.Param }}', 'param x'],
    ['{{ $p := .page }}{{ $p.Param "y" | upper }}', 'PARAM Y'],
    ['{{ strings.HasSuffix .text "x" }}', 'true'],
    ['{{ "ax" | strings.ToUpper }}', 'AX'],
    ['{{ (dict "a" (dict "b" 7)).a.b }}', '7'],
    ['{{ with .page.Parent }}{{ .Title }}{{ else }}none{{ end }}', 'none'],
    ['{{ $p := .page.Parent }}[{{ $p.Title }}]', '[]'],
    ["{{ .float }} {{ 1.0 }} {{ 1e3 }} {{ 0x10 }} {{ 1_000 }} {{ 'a' }}", '2 1 1000 16 1000 97'],
    ['{{ `raw {{ "x" }}` }}', 'raw {{ "x" }}'],
    ['{{ "tab\\tquote\\"\\u00e9" }}', 'tab\tquote"é'],
    ['{{ print nil }}{{ eq .none nil }}', '<nil>true'],
    ['{{ .map }} {{ .list }}', 'map[a:2 z:1] [a b c]'],
  ])('%s', (text, expected) => {
    expect(runTemplate(text, data).text).toBe(expected);
  });
});

describe('control structures', () => {
  test.each([
    ['{{ if .none }}a{{ else if .text }}b{{ else }}c{{ end }}', 'b'],
    ['{{ with .none }}a{{ else with .text }}{{ . }}{{ else }}c{{ end }}', 'x'],
    ['{{ with $x := .text }}{{ $x }}{{ . }}{{ end }}', 'xx'],
    ['{{ range .list }}{{ . }}{{ end }}', 'abc'],
    ['{{ range $i, $x := .list }}{{ $i }}{{ $x }}{{ end }}', '0a1b2c'],
    ['{{ range $k, $v := .map }}{{ $k }}={{ $v }} {{ end }}', 'a=2 z=1 '],
    ['{{ range .empty }}x{{ else }}nothing{{ end }}', 'nothing'],
    ['{{ range .none }}x{{ else }}nothing{{ end }}', 'nothing'],
    ['{{ range 3 }}{{ . }}{{ end }}{{ range $i := 2 }}{{ $i }}{{ end }}', '01201'],
    ['{{ range .list }}{{ if eq . "b" }}{{ continue }}{{ end }}{{ . }}{{ end }}', 'ac'],
    ['{{ range .list }}{{ if eq . "b" }}{{ break }}{{ end }}{{ . }}{{ else }}no{{ end }}', 'a'],
    ['{{ $x := 1 }}{{ range .list }}{{ $x = . }}{{ end }}{{ $x }}', 'c'],
    ['{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ end }}{{ $x }}', '1'],
    ['{{ and 1 0 (fail) }}{{ or 0 2 (fail) }}{{ not 1 }}', '02false'],
    ['{{ define "t" }}<{{ . }}{{ $ }}>{{ end }}{{ template "t" .text }}', '<xx>'],
    ['{{ block "t" .text }}default {{ . }}{{ end }}', 'default x'],
    ['{{ define "t" }}other{{ end }}{{ template "t" }}', 'other'],
    ['{{ with try (fail) }}{{ .Err }}{{ else }}never{{ end }}', 'error calling fail: no luck'],
    ['{{ with try (upper "a") }}{{ with .Err }}bad{{ else }}{{ $.n }}{{ end }}{{ .Value }}{{ end }}', '3A'],
    ['{{\n  $x :=\n  dict\n    "a" 1\n}}{{ $x.a }}', '1'],
  ])('%s', (text, expected) => {
    expect(runTemplate(text, data).text).toBe(expected);
  });
});

describe('the functions of Go', () => {
  test.each([
    ['{{ index .list 1 }}{{ index .map "z" }}', 'b1'],
    ['{{ slice .list 1 2 }}{{ slice "hello" 1 3 }}', '[b]el'],
    ['{{ len .list }}{{ len "é" }}{{ len .map }}', '322'],
    [
      '{{ eq 1 2 1 }}{{ ne 1 2 }}{{ lt 1 2 }}{{ le 2 2 }}{{ gt "b" "a" }}{{ ge 1.5 2.5 }}',
      'truetruetruetruetruefalse',
    ],
    ['{{ printf "%s-%03d" "a" 7 }}{{ print 1 2 "x" 3 }}{{ println "end" }}', 'a-0071 2x3end\n'],
    ['{{ html "<a>" }}{{ "<a b" | urlquery }}{{ js "it\'s" }}', "&lt;a&gt;%3Ca+bit\\'s"],
  ])('%s', (text, expected) => {
    expect(runTemplate(text, data).text).toBe(expected);
  });
});

describe('return', () => {
  test('ends the template with a value', () => {
    const result = runTemplate('before {{ range .list }}{{ return (dict "x" .) }}{{ end }} after', data);
    expect(result).toEqual({ text: 'before ', returned: { x: 'a' }, hasReturned: true });
  });

  test.each([
    ['{{ return }}', undefined],
    ['{{ return nil }}', undefined],
    ['{{ return "a" | upper }}', 'A'],
    ['{{ return .list }}', ['a', 'b', 'c']],
    ['{{ define "t" }}{{ return 5 }}{{ end }}{{ template "t" }}x', 5],
  ])('%s', (text, returned) => {
    expect(runTemplate(text, data)).toMatchObject({ returned, hasReturned: true });
  });

  test('a template without one has not returned', () => {
    expect(runTemplate('x')).toEqual({ text: 'x', returned: undefined, hasReturned: false });
  });
});

test('values that are not there print nothing, or as text templates print them', () => {
  expect(runTemplate('[{{ .none }}]').text).toBe('[]');
  expect(runTemplate('[{{ .none }}]', {}, { missing: 'no value' }).text).toBe('[<no value>]');
});

test('ranges go through what an object says it holds', () => {
  class Pages extends TestObject {
    override entries(): Iterable<readonly [unknown, unknown]> {
      return ['x', 'y'].entries();
    }
  }
  expect(
    runTemplate('{{ range $i, $p := . }}{{ $i }}{{ $p }}{{ end }}', new Pages('page.Pages', {})).text,
  ).toBe('0x1y');
});
