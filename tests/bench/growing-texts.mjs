// Texts that grow: each is something that an author may write once, many times over. The test of growth counts their work
// with `count` repetitions, and the benchmark times more of them.

const repeat = (words) => (count) => words.repeat(count);
const number = (write) => (count) => Array.from({ length: count }, (_, n) => write(n)).join('');
const text = (create, count = 300) => ({ create, count });

/** A line with so many repetitions is longer than any that a diagnostic shows whole. */
const LONG = 1000;

/** The texts by what is in them. */
export const texts = {
  slides: text(number((n) => `# a${n}\n\n---\n\n`)),
  'slides with one heading': text(repeat('# a\n\n---\n\n')),
  'slides in one text': text((count) => `[r]: x\n\n${'# a [r]\n\n---\n\n'.repeat(count)}`),
  'slides with notes': text(repeat('{{% note %}}\na\n{{% /note %}}\n\n---\n\n')),
  'slides with attributes': text(repeat('{{< slide id="a" >}}\n\n# b\n\n---\n\n')),
  'slides in a stack': text(
    (count) => `{{% section %}}\n\n${'# a\n\n---\n\n'.repeat(count)}{{% /section %}}`,
  ),
  'slides in the Markdown of reveal.js': text(
    (count) => `<section data-markdown>\n${'# a\n\n---\n'.repeat(count)}</section>`,
  ),
  'two shortcodes of a slide': text(repeat('{{< slide id="a" >}}\n\n# b\n\n')),
  'open delimiters': text(repeat('{{%'), LONG),
  'open tags': text(repeat('{{< a '), LONG),
  'open values': text(repeat('{{< frag a='), LONG),
  'open comments of tags': text(repeat('{{%/* '), LONG),
  'unclosed shortcodes': text(repeat('{{% note %}}')),
  'unclosed shortcodes on slides': text(repeat('{{% note %}}\n\na\n\n---\n\n')),
  'stray closing tags': text(repeat('{{< /note >}}'), LONG),
  'unknown shortcodes': text(number((n) => `{{< nope${n} >}}\n\n`)),
  parameters: text((count) => `{{< slide ${number((n) => ` a${n}="b"`)(count)} >}}`),
  shortcodes: text(repeat('{{< x >}}\n\n')),
  'shortcodes on a line': text(repeat('a {{< x >}} ')),
  'shortcodes in a shortcode': text((count) => `{{< y >}}${'a {{< x >}}\nb\n'.repeat(count)}{{< /y >}}`),
  'shortcodes in a comment': text((count) => `<!-- ${'{{< x >}}\n'.repeat(count)}-->`),
  'open comments': text(repeat('<!-- a\n')),
  'comments that go on': text((count) => `<!-- a\n\n${'a > b\n\n'.repeat(count)}-->`),
  placeholders: text(repeat('<foo> '), LONG),
  'placeholders on lines': text(repeat('<foo>\n\n')),
  headings: text(number((n) => `# a${n}\n\n`)),
  'one heading': text(repeat('# a\n\n')),
  'headings of two lines': text(repeat('a\n===\n')),
  images: text(repeat('![a](b.png)\n\n')),
  links: text(repeat('[a](b)\n')),
  references: text((count) => `${number((n) => `[r${n}]: x\n`)(count)}\n${number((n) => `[r${n}] `)(count)}`),
  URLs: text(repeat('http://a.bb/c ')),
  'starts of URLs': text(repeat('www.')),
  'addresses of mails': text(repeat('a@b.cc ')),
  quotes: text(repeat('"a \'b ')),
  'quotes in a row': text(repeat('"')),
  footnotes: text(
    (count) => `${number((n) => `a[^${n}]\n\n`)(count)}${number((n) => `[^${n}]: b\n\n`)(count)}`,
  ),
  'one footnote': text((count) => `${'a[^1]\n\n'.repeat(count)}[^1]: b\n`),
  'attributes of blocks': text(repeat('a\n{.a}\n\n')),
  'open formulas': text(repeat('\\(')),
  'open formulas on lines': text(repeat('\\[ a\n')),
  sections: text(repeat('<section>\n\n# a\n\n</section>\n\n---\n\n')),
  'elements in one another': text(repeat('<div>\n\n')),
  'code in HTML': text(repeat('<pre><code class="js">let a</code></pre>\n'), 100),
  'notes in HTML': text(repeat('<aside class="notes">a</aside>\n')),
  code: text(repeat('```js\nlet a\n```\n\n'), 100),
  'lines of code': text((count) => `\`\`\`js {linenos=table}\n${'let a = 1;\n'.repeat(count)}\`\`\``),
  'letters in a drawing': text((count) => `\`\`\`goat\n${'vx'.repeat(count)}\n\`\`\``),
  'rows of a table': text((count) => `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(count)}`),
  warnings: text(repeat('```js {a b}\na\n```\n\n'), 100),
};
