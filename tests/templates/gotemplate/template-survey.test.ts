/** What is known of a template without running it, and templates in their frames. */
import { describe, expect, test } from 'vitest';
import {
  combineTemplates,
  compileGoTemplate,
  executeGoTemplate,
  type GoTemplate,
} from '../../../src/templates/gotemplate/template.ts';
import { TemplateFailure } from '../../../src/templates/gotemplate/values.ts';
import { testFunctions } from '../../support/run-template.ts';

const partial = (): never => {
  throw new TemplateFailure('a partial is called');
};
const functions = { ...testFunctions, partial };
const compile = (text: string, path = 'layouts/test.html'): GoTemplate =>
  compileGoTemplate({ path, text }, functions);
const run = (
  template: GoTemplate,
  find: (name: string) => GoTemplate | undefined = () => undefined,
): string =>
  executeGoTemplate(template, { title: 'T' }, { functions, find, escape: true, missing: 'zero' }).text;

describe('a survey', () => {
  const { survey } = compile(
    '{{ $_hugo_config := `{ "version": 1 }` }}{{ .Inner }}{{ with .Page.Title }}{{ $.Params.x }}{{ end }}' +
      '{{ if strings.HasSuffix .a "b" }}{{ partial "head.html" . }}{{ end }}{{ template "t" (index .b 1).c }}' +
      '{{ define "t" }}{{ upper .InDefine }}{{ $n := 5 }}{{ $m := upper "x" }}{{ end }}',
  );

  test('has the functions with their namespaces', () => {
    expect(survey.functions.map(({ name }) => name)).toEqual([
      'strings.HasSuffix',
      'partial',
      'index',
      'upper',
      'upper',
    ]);
  });

  test('has the fields of the dot, of variables and of parentheses', () => {
    const names = survey.fields.map(({ name }) => name);
    expect(names).toEqual(['Inner', 'Page.Title', 'Params.x', 'a', 'b', 'c', 'InDefine']);
  });

  test('has the templates and partials that are called by name', () => {
    expect(survey.templates.map(({ name }) => name)).toEqual(['head.html', 't']);
  });

  test('has the variables that are given constants', () => {
    expect(survey.variables.map(({ name, value }) => [name, value])).toEqual([
      ['$_hugo_config', '{ "version": 1 }'],
      ['$n', 5],
    ]);
  });

  test('knows the places', () => {
    expect(compile('a {{ .Inner }}{{ upper "x" }}').survey).toMatchObject({
      fields: [{ name: 'Inner', offset: 5 }],
      functions: [{ name: 'upper', offset: 17 }],
    });
  });
});

describe('frames', () => {
  const base = compile(
    '<b>{{ block "main" . }}default{{ end }}{{ block "end" . }}!{{ end }}</b>',
    'baseof.html',
  );

  test('a block has what stands in it', () => {
    expect(run(base)).toBe('<b>default!</b>');
  });

  test('a template that defines it goes before, with templates of its own', () => {
    const page = compile(
      '{{ define "main" }}{{ .title }}{{ template "own" }}{{ end }}{{ define "own" }}+{{ end }}',
    );
    expect(run(combineTemplates(base, page))).toBe('<b>T+!</b>');
    expect(run(base)).toBe('<b>default!</b>');
  });

  test('a file that is found knows its own templates, and those of the frame', () => {
    const other = compile(
      '{{ template "own" }}{{ template "end" }}{{ define "own" }}o{{ end }}',
      'other.html',
    );
    const page = compile('{{ define "main" }}{{ template "other" }}{{ end }}');
    expect(run(combineTemplates(base, page), (name) => (name === 'other' ? other : undefined))).toBe(
      '<b>o!!</b>',
    );
  });

  test('a template that is defined runs alone, too, and knows its brothers', () => {
    const { defines } = compile('{{ define "a" }}a{{ template "b" }}{{ end }}{{ define "b" }}b{{ end }}');
    const template = defines.get('a');
    expect(template?.name).toBe('a');
    expect(template && run(template)).toBe('ab');
  });
});
