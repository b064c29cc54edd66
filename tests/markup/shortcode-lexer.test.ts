/** The grammar of shortcodes is Hugo's, with a place for everything that is malformed. */
import { describe, expect, test } from 'vitest';
import {
  type LexerError,
  readShortcodeTokens,
  type ShortcodeToken,
} from '../../src/markup/shortcodes/lexer.ts';

interface Lexed {
  readonly tokens: readonly ShortcodeToken[];
  readonly errors: readonly LexerError[];
}

function lex(text: string, start = 0, end = text.length): Lexed {
  const errors: LexerError[] = [];
  const tokens = readShortcodeTokens(text, start, end, (error) => errors.push(error));
  return { tokens, errors };
}

describe('tags', () => {
  const positional = (...values: string[]): object => ({ kind: 'positional', values });
  const named = (values: object): object => ({ kind: 'named', values });
  const open = { delimiter: '<', closing: false, selfClosing: false, params: positional() };

  test.each([
    ['{{< p >}}', { ...open, name: 'p' }],
    ['{{<p>}}', { ...open, name: 'p' }],
    ['{{% p %}}', { ...open, name: 'p', delimiter: '%' }],
    ['{{%p%}}', { ...open, name: 'p', delimiter: '%' }],
    ['<<% p %>>', { ...open, name: 'p', delimiter: '%' }],
    ['<<%p%>>', { ...open, name: 'p', delimiter: '%' }],
    ['{{< /p >}}', { ...open, name: 'p', closing: true }],
    ['{{</p>}}', { ...open, name: 'p', closing: true }],
    ['{{< / p >}}', { ...open, name: 'p', closing: true }],
    ['{{%/ p %}}', { ...open, name: 'p', delimiter: '%', closing: true }],
    ['<<% /p %>>', { ...open, name: 'p', delimiter: '%', closing: true }],
    ['{{< p />}}', { ...open, name: 'p', selfClosing: true }],
    ['{{< p / >}}', { ...open, name: 'p', selfClosing: true }],
    ['{{< p/>}}', { ...open, name: 'p', selfClosing: true }],
    ['{{< p a/>}}', { ...open, name: 'p', selfClosing: true, params: positional('a') }],
    ['{{< p x="a"/>}}', { ...open, name: 'p', selfClosing: true, params: named({ x: 'a' }) }],
    ['{{% p x=a /%}}', { ...open, name: 'p', delimiter: '%', selfClosing: true, params: named({ x: 'a' }) }],
    ['{{< dir/my-code_2 >}}', { ...open, name: 'dir/my-code_2' }],
    ['{{< né >}}', { ...open, name: 'né' }],
    ['{{< 1x >}}', { ...open, name: '1x' }],
  ])('%s', (source, tag) => {
    expect(lex(source)).toEqual({
      tokens: [{ kind: 'tag', start: 0, end: source.length, ...tag }],
      errors: [],
    });
  });

  test('text between tags is a token of its own, and every character is in one', () => {
    const text = 'a {{< p >}}b{{% /p %}}\n<<% q %>> c';
    const { tokens } = lex(text);
    expect(tokens.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['text', 'a '],
      ['tag', '{{< p >}}'],
      ['text', 'b'],
      ['tag', '{{% /p %}}'],
      ['text', '\n'],
      ['tag', '<<% q %>>'],
      ['text', ' c'],
    ]);
  });

  test('only the range between the two offsets is read', () => {
    const text = '{{< a >}} {{< b >}} {{< c >}}';
    const { tokens } = lex(text, 9, 20);
    expect(tokens.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['text', 9, 10],
      ['tag', 10, 19],
      ['text', 19, 20],
    ]);
  });

  test('a tag that goes on behind the range has no end', () => {
    const { errors } = lex('{{< a >}} {{< b >}}', 0, 15);
    expect(errors.map(({ offset }) => offset)).toEqual([10]);
  });
});

describe('text that is no shortcode', () => {
  test.each(['{{ x }}', '{{.y}}', '{% z %}', 'a << b >> c', '<< % p %>>', '{ {< p >} }', '>}} %}} %>>', ''])(
    '%j',
    (text) => {
      const whole = [{ kind: 'text', start: 0, end: text.length }];
      expect(lex(text)).toEqual({ tokens: text === '' ? [] : whole, errors: [] });
    },
  );

  test('a brace in front of a tag is text', () => {
    const { tokens, errors } = lex('{{{< p >}}}');
    expect(errors).toEqual([]);
    expect(tokens.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['text', 0, 1],
      ['tag', 1, 10],
      ['text', 10, 11],
    ]);
  });
});

describe('escaped shortcodes', () => {
  test.each([
    ['{{</* p "a" */>}}', '{{< p "a" >}}'],
    ['{{</*p*/>}}', '{{<p>}}'],
    ['{{%/* /p */%}}', '{{% /p %}}'],
    ['<<%/* p */%>>', '<<% p %>>'],
    ['{{</* p\n a */>}}', '{{< p\n a >}}'],
    [`{{</* no 'such, thing */>}}`, `{{< no 'such, thing >}}`],
    ['{{</* a */ b */>}}', '{{< a */ b >}}'],
    ['{{</* a >}} b */>}}', '{{< a >}} b >}}'],
  ])('%j', (source, text) => {
    expect(lex(source)).toEqual({
      tokens: [{ kind: 'escaped', start: 0, end: source.length, text }],
      errors: [],
    });
  });
});

describe('mistakes are reported where they are, and stay text', () => {
  test.each([
    ['no name', 'x {{< >}}', 2, 'this shortcode has no name'],
    ['no name, with per cent signs', 'x {{%%}}', 2, 'this shortcode has no name'],
    ['a sign in front of the name', 'x {{<- p >}}', 5, `a shortcode can't begin with "-"`],
    ['a sign in place of the name', 'x {{< $ >}}', 6, `a shortcode can't begin with "$"`],
    ['a comment behind a space', 'x {{< /* p */ >}}', 7, `a shortcode can't begin with "*"`],
    ['a space that is none', 'x {{<\u00A0p >}}', 5, `a shortcode can't begin with "\u00A0"`],
    ['an escaped one without an end', 'x {{</* p >}}', 2, 'the comment opened here is never closed'],
    ['no end before the file ends', 'x {{< p a', 2, 'this shortcode tag is not closed'],
    ['no end, only a name', 'x {{% p', 2, 'this shortcode tag is not closed'],
    ['no end, doubled angles', 'x <<% p >>', 8, `> is not allowed in an unquoted parameter`],
    ['the end of another spelling', 'x {{< p a %}}', 10, `% is not allowed in an unquoted parameter`],
    ['a period in the name', 'x {{< p.q >}}', 6, `"p.q" can't be the name of a shortcode`],
    ['a name without a value', 'x {{< p a= >}}', 2, 'this shortcode tag is not closed'],
    ['single quotes', `x {{< p 'a' >}}`, 8, `' is not allowed in an unquoted parameter`],
    ['a comma', 'x {{< p a,b >}}', 9, `, is not allowed in an unquoted parameter`],
    ['an at sign', 'x {{< p a@b >}}', 9, `@ is not allowed in an unquoted parameter`],
    ['an address without a name', 'x {{< p https://a >}}', 13, `: is not allowed in an unquoted parameter`],
    ['a slash in a value', 'x {{< p a/b >}}', 9, `/ is not allowed in an unquoted parameter`],
    ['a colon in a name', 'x {{< p a:b="c" >}}', 9, `: is not allowed in an unquoted parameter`],
    ['a sign of two code units', 'x {{< p 😀 >}}', 8, `😀 is not allowed in an unquoted parameter`],
    ['a quote without an end', 'x {{< p "a >}}\n"', 9, 'unclosed quote on this line'],
    ['a quoted text over two lines', 'x {{< p b="a\nb" >}}', 11, 'unclosed quote on this line'],
    ['a backquote without an end', 'x {{< p `a >}}', 9, 'unclosed backquote'],
    [
      'a name behind a position',
      'x {{< p a b="1" >}}',
      10,
      `"b" has a name, but the parameters before it don't`,
    ],
    [
      'a position behind a name',
      'x {{< p a="1" b >}}',
      14,
      '"b" has no name, but the parameters before it do',
    ],
    [
      'a quoted position behind a name',
      'x {{< p a=1 "b c" >}}',
      12,
      '"b c" has no name, but the parameters before it do',
    ],
  ])('%s', (_, text, offset, message) => {
    const { tokens, errors } = lex(text);
    expect(errors).toEqual([{ offset, message, hint: expect.stringMatching(/\S/) as string }]);
    expect(tokens).toEqual([{ kind: 'text', start: 0, end: text.length }]);
  });

  test('an unquoted value behind a name runs into the end of the tag', () => {
    const { tokens, errors } = lex('{{< p x=1>}}');
    expect(errors.map(({ offset, message }) => [offset, message])).toEqual([
      [0, 'this shortcode tag is not closed'],
    ]);
    expect(tokens).toEqual([{ kind: 'text', start: 0, end: 12 }]);
  });

  test('what follows a mistake is read, with the mistakes in it', () => {
    const { tokens, errors } = lex('{{< p , >}} {{< q >}} {{< r ; >}}');
    expect(errors.map(({ offset }) => offset)).toEqual([6, 28]);
    expect(tokens.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['text', 0, 12],
      ['tag', 12, 21],
      ['text', 21, 33],
    ]);
  });

  test('the hint names the end that is missing', () => {
    expect(lex('{{< p').errors[0]?.hint).toContain('>}}');
    expect(lex('{{% p').errors[0]?.hint).toContain('%}}');
    expect(lex('<<% p').errors[0]?.hint).toContain('%>>');
    expect(lex('<<%/* p %>>').errors[0]?.hint).toContain('*/%>>');
  });
});
