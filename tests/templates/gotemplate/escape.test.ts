/** Values are escaped by the place in which they stand. Expected texts are what `html/template` writes. */
import { describe, expect, test } from 'vitest';
import { type SafeKind, SafeText } from '../../../src/templates/gotemplate/values.ts';
import { runTemplate, TestObject } from '../../support/run-template.ts';

const data = {
  text: `<a href='x'>"&+`,
  url: 'https://a.example/ä b?q=1&r=2',
  bad: 'javascript:alert(1)',
  list: ['<x>', 1, null, true],
  map: { b: 1.5, a: 'x' },
  page: new TestObject('Page', {}),
  name: 'title',
  on: 'onclick',
  n: 3,
};

const render = (text: string, more: object = {}): string =>
  runTemplate(text, { ...data, ...more }, { escape: true }).text;

describe('HTML', () => {
  test.each([
    ['{{ .text }}', '&lt;a href=&#39;x&#39;&gt;&#34;&amp;&#43;'],
    ['[{{ .none }}]{{ print nil }}', '[]&lt;nil&gt;'],
    ['<title>{{ .text }}</title>', '<title>&lt;a href=&#39;x&#39;&gt;&#34;&amp;&#43;</title>'],
    ['<p title="{{ .text }}">', '<p title="&lt;a href=&#39;x&#39;&gt;&#34;&amp;&#43;">'],
    ['<p title={{ "a b" }}>', '<p title=a&#32;b>'],
    ['<p {{ .name }}="x" {{ .on }}="y">', '<p title="x" ZgotmplZ="y">'],
    ['<iframe srcdoc="{{ .text }}">', '<iframe srcdoc="&lt;a href=&#39;x&#39;&gt;&#34;&amp;&#43;">'],
    ['<iframe srcdoc="{{ "<b>x</b>" | safeHTML }}">', '<iframe srcdoc="x">'],
    ['<iframe srcdoc={{ "a b" }} data-srcdoc="{{ "a b" }}">', '<iframe srcdoc=a&#32;b data-srcdoc="a b">'],
    ['<iframe {{ "srcdoc" }}="x">', '<iframe ZgotmplZ="x">'],
    ['<p{{ if true }} class="{{ .name }}"{{ end }}>', '<p class="title">'],
    ['a<!-- {{ .text }} -->b', 'ab'],
    ['a<!--x-->{{ .n }}<b>', 'a3<b>'],
    ['1 < 2 {{ .n }}', '1 &lt; 2 3'],
    ['<!DOCTYPE html><h{{ .n }}>', '<!DOCTYPE html><h3>'],
    ['{{ "<b>" | safeHTML }}', '<b>'],
    ['<p title="{{ "<b>x</b>" | safeHTML }}">', '<p title="x">'],
    ['{{ .text | html }}', '&lt;a href=&#39;x&#39;&gt;&#34;&amp;+'],
    ['{{ .page }}{{ .list }}', 'Page[&lt;x&gt; 1 &lt;nil&gt; true]'],
    [
      '{{ define "a" }}<a title="{{ end }}{{ template "a" }}{{ .text }}">',
      '<a title="&lt;a href=&#39;x&#39;&gt;&#34;&amp;&#43;">',
    ],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('where the output ends', () => {
  test.each([
    ['<p title="{{ .n }}', 'in the value of an attribute'],
    ['<a href=/{{ .n }}', 'in the value of an attribute'],
    ['<p {{ .name }}', 'in a tag'],
    ['<p', 'in a tag'],
    ['<!-- {{ .n }}', 'in a comment'],
    ['<script>let a = {{ .n }}', 'in <script>'],
    ['<style>p { color: red }', 'in <style>'],
    ['<title>{{ .n }}', 'in <title>'],
    ['{{ define "a" }}<a title="{{ end }}{{ template "a" }}', 'in the value of an attribute'],
    ['{{ define "a" }}<a title="{{ end }}{{ template "a" }}x">', undefined],
    ['<section data-noprocess>', undefined],
    ['1 < {{ .n }}', undefined],
    ['<p title="{{ return 1 }}', undefined],
  ])('%s', (text, where) => {
    const { warning } = runTemplate(text, data, { escape: true });
    expect(warning?.message).toBe(
      where && `the template ends in a non-text context, ${where}, which Hugo refuses`,
    );
    expect(runTemplate(text, data).warning).toBe(undefined);
  });
});

describe('addresses', () => {
  test.each([
    ['<a href="{{ .url }}">', '<a href="https://a.example/%c3%a4%20b?q=1&amp;r=2">'],
    ['<a href="{{ .bad }}">', '<a href="#ZgotmplZ">'],
    ['<a href="/s?q={{ .url }}">', '<a href="/s?q=https%3a%2f%2fa.example%2f%c3%a4%20b%3fq%3d1%26r%3d2">'],
    ['<a href="/{{ .bad }}">', '<a href="/javascript:alert%281%29">'],
    ['<div data-background-image="{{ "a b.png" }}">', '<div data-background-image="a b.png">'],
    ['<div data-src="{{ "a b.png" }}">', '<div data-src="a%20b.png">'],
    ['<img srcset="{{ "a.png 2x, javascript:x" }}">', '<img srcset="a.png 2x,#ZgotmplZ">'],
    ['<a href={{ .url }}>', '<a href=https://a.example/%c3%a4%20b?q&#61;1&amp;r&#61;2>'],
    ['<a href="%41{{ "%41%zz" }}">', '<a href="%41%41%25zz">'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('scripts', () => {
  test.each([
    [
      '<script>f({{ .list }}, {{ .map }}, {{ .none }})</script>',
      '<script>f(["\\u003cx\\u003e",1,null,true], {"a":"x","b":1.5},  null )</script>',
    ],
    [
      '<script>x = "{{ .text }}"</script>',
      '<script>x = "\\u003ca href=\\u0027x\\u0027\\u003e\\u0022\\u0026\\u002b"</script>',
    ],
    ["<script>x = '{{ .url }}'</script>", "<script>x = 'https:\\/\\/a.example\\/ä b?q=1\\u0026r=2'</script>"],
    [
      '<script>x = `{{ "${a}`" }}${ {{ .n }} }`</script>',
      '<script>x = `\\u0024\\u007ba\\u007d\\u0060${  3  }`</script>',
    ],
    [
      '<script>x = /{{ "a.b" }}/g; y = 4 / {{ .n }} / 2; "{{ .n }}"</script>',
      '<script>x = /a\\.b/g; y = 4 /  3  / 2; "3"</script>',
    ],
    ["<script>a // {{ .text }}\nb /* it's */ c {{ .n }}</script>", '<script>a \nb   c  3 </script>'],
    [
      '<script type="application/ld+json">{"a": {{ .text }}}</script>',
      '<script type="application/ld+json">{"a": "\\u003ca href=\'x\'\\u003e\\"\\u0026+"}</script>',
    ],
    [
      '<script type="module">f({{ .n }})</script>{{ .text }}',
      '<script type="module">f( 3 )</script>&lt;a href=&#39;x&#39;&gt;&#34;&amp;&#43;',
    ],
    [
      '<script type="text/x-template"><b>{{ .text }}</b></script>',
      '<script type="text/x-template"><b>&lt;a href=&#39;x&#39;&gt;&#34;&amp;&#43;</b></script>',
    ],
    [
      '<b onclick="f({{ .text }})">',
      '<b onclick="f(&#34;\\u003ca href=&#39;x&#39;\\u003e\\&#34;\\u0026&#43;&#34;)">',
    ],
    ['<b onclick="f(&quot;{{ .n }}&quot;, {{ .n }})">', '<b onclick="f(&quot;3&quot;,  3 )">'],
    ['<script>x = "</script>"; f({{ .n }})</script>', '<script>x = "\\x3C/script>"; f( 3 )</script>'],
    ['<script>f({{ .page }})</script>', '<script>f("Page")</script>'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('styles', () => {
  test.each([
    ['<style>a { color: {{ "red" }} }</style>', '<style>a { color: red }</style>'],
    ['<style>a { color: {{ "red; x: y" }} }</style>', '<style>a { color: ZgotmplZ }</style>'],
    [
      '<style>a { background: url({{ .url }}) } b { color: {{ "#fff" }} }</style>',
      '<style>a { background: url(https://a.example/%c3%a4%20b?q=1&r=2) } b { color: #fff }</style>',
    ],
    [
      '<style>a { background: url("{{ .bad }}") }</style>',
      '<style>a { background: url("#ZgotmplZ") }</style>',
    ],
    [
      '<style>a::before { content: "{{ "a/b" }}" }</style>',
      '<style>a::before { content: "a\\2f b" }</style>',
    ],
    ['<style>/* {{ .n }} */a{}</style>', '<style> a{}</style>'],
    [
      '<p style="width: {{ .n }}px; font: \'{{ "Times New" }}\'">',
      '<p style="width: 3px; font: \'Times New\'">',
    ],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });
});

describe('a text that is declared safe', () => {
  test.each<[SafeKind, string, string]>([
    ['html', '{{ .x }}', '<i> "&"'],
    ['html', '<p title="{{ .x }}">', '<p title=" &#34;&&#34;">'],
    ['attribute', '<p {{ .x }}>', '<p <i> "&">'],
    ['url', '<a href="{{ .x }}">', '<a href="%3ci%3e%20%22&amp;%22">'],
    ['js', '<script>{{ .x }}</script>', '<script><i> "&"</script>'],
    ['js-string', '<script>{{ .x }}</script>', '<script>"<i> "&""</script>'],
    ['css', "<p style='{{ .x }}'>", "<p style='&lt;i&gt; &#34;&amp;&#34;'>"],
    ['css', '{{ .x }}', '&lt;i&gt; &#34;&amp;&#34;'],
    ['js', '{{ .x }}', '&lt;i&gt; &#34;&amp;&#34;'],
  ])('%s in %s', (kind, text, expected) => {
    expect(render(text, { x: new SafeText(kind, '<i> "&"') })).toBe(expected);
  });
});

test('without escaping all is written as it stands', () => {
  expect(runTemplate('<!-- {{ .text }} --><script>// {{ .text }}</script>', data).text).toBe(
    `<!-- ${data.text} --><script>// ${data.text}</script>`,
  );
});

test('what is odd in a tag is passed over', () => {
  expect(render(`<p "x" title=a"b =c>{{ .n }}<b title="{{ .text }}`)).toBe(
    `<p "x" title=a"b =c>3<b title="&lt;a href=&#39;x&#39;&gt;&#34;&amp;&#43;`,
  );
});
