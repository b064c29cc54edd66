/** The parameters of a shortcode have the types that Hugo gives them. */
import { describe, expect, test } from 'vitest';
import { readShortcodeTokens, type TagToken } from '../../src/markup/shortcodes/lexer.ts';

/** The parameters of the one tag of a text, which has to be without mistakes. */
function paramsOf(text: string): TagToken['params']['values'] | undefined {
  const [tag, ...others] = readShortcodeTokens(text, 0, text.length, ({ message }) => {
    throw new Error(message);
  });
  expect(others).toEqual([]);
  return tag?.kind === 'tag' ? tag.params.values : undefined;
}

describe('values have the types that Hugo gives them', () => {
  test.each([
    ['42', 42],
    ['-42', -42],
    ['007', 7],
    ['0', 0],
    ['4.2', 4.2],
    ['-2.50', -2.5],
    ['true', true],
    ['false', false],
    ['True', 'True'],
    ['hello', 'hello'],
    ['a.b', 'a.b'],
    ['1.', '1.'],
    ['1.2.3', '1.2.3'],
    ['1e3', '1e3'],
    ['1_000', '1_000'],
    ['0x10', '0x10'],
    ['99999999999999999999', '99999999999999999999'],
    ['-', '-'],
    ['a-b_c', 'a-b_c'],
    ['héllo', 'héllo'],
    ['日本', '日本'],
    ['½', '½'],
    ['"42"', '42'],
    ['"true"', 'true'],
    ['`42`', '42'],
    ['""', ''],
    ['``', ''],
  ])('%s', (source, value) => {
    expect(paramsOf(`{{< p ${source} >}}`)).toEqual([value]);
    expect(paramsOf(`{{< p x=${source} >}}`)).toEqual({ x: value });
  });
});

describe('quotes', () => {
  test.each([
    ['a text with spaces', '"a b"', 'a b'],
    ['a quote behind a backslash', String.raw`"a \"b\" c"`, 'a "b" c'],
    ['any other backslash stays', String.raw`"a\nb \g"`, String.raw`a\nb \g`],
    ['two backslashes stay two', String.raw`"a\\b"`, String.raw`a\\b`],
    ['the quotes themselves behind backslashes', String.raw`\"a b\"`, 'a b'],
    ['single quotes inside of double ones', `"it's 'x'"`, `it's 'x'`],
    ['backquotes are raw', String.raw`${'`'}a "b" \n \"c\"${'`'}`, String.raw`a "b" \n \"c\"`],
    ['backquotes go on over a line end', '`a\nb`', 'a\nb'],
    ['delimiters in quotes are text', '"a >}} b %}} /> c"', 'a >}} b %}} /> c'],
    ['no entity is read', '"&lt; &amp;"', '&lt; &amp;'],
  ])('%s', (_, source, value) => {
    expect(paramsOf(`{{< p ${source} >}}`)).toEqual([value]);
    expect(paramsOf(`{{< p x=${source} >}}`)).toEqual({ x: value });
  });
});

describe('parameters', () => {
  test.each([
    ['none', '{{< p >}}', []],
    ['several by position', '{{< p "a b" c 3 true `d` >}}', ['a b', 'c', 3, true, 'd']],
    ['several by name', '{{< p a="1" b=2 c=`3` >}}', { a: '1', b: 2, c: '3' }],
    ['spaces around the equals sign', '{{< p a = 1 b= "2" c ="3" >}}', { a: 1, b: '2', c: '3' }],
    ['over several lines', '{{< p\n  a="1"\n\tb=2\r\n>}}', { a: '1', b: 2 }],
    ['tabs between them', '{{<\tp\ta\tb\t>}}', ['a', 'b']],
    ['a name in quotes', '{{< p "a"="b" >}}', { a: 'b' }],
    ['names with dashes and dots', '{{< p data-foo="a" a.b=c >}}', { 'data-foo': 'a', 'a.b': 'c' }],
    ['names are told apart by case', '{{< p Foo=1 foo=2 >}}', { Foo: 1, foo: 2 }],
    ['the last of the same name counts', '{{< p a=1 a=2 >}}', { a: 2 }],
    ['an address behind a name', '{{< p x=https://a.b/c?d=e&f#g >}}', { x: 'https://a.b/c?d=e&f#g' }],
    ['other signs behind a name', `{{< p x=a,b y='c' z=d/e/ >}}`, { x: 'a,b', y: `'c'`, z: 'd/e/' }],
    ['a quoted value right in front of the end', '{{< p x="1">}}', { x: '1' }],
    ['a value by position right in front of the end', '{{< p 1>}}', [1]],
  ])('%s', (_, source, params) => {
    expect(paramsOf(source)).toEqual(params);
  });
});
