// Calls of shortcodes that are long, deep or never closed.
import { deck, many, rows } from './site.mjs';

const repeated = [
  ['{{%', 50_000],
  ['{{<', 50_000],
  ['{{', 50_000],
  ['<<%', 50_000],
  ['{{< a ', 20_000],
  ['{{% a "', 20_000],
  ['{{%/* ', 20_000],
  ['{{</* a */>}}', 20_000],
  ['{{< slide >}}', 20_000],
  ['{{% note %}}', 20_000],
  ['{{% fragment %}}', 5000],
  ['{{% section %}}', 5000],
  ['{{< frag c="a" >}}', 10_000],
  ['{{< frag c="a" >}}\n\n', 10_000],
  ['{{% /note %}}', 20_000],
  ['<!-- {{< x >}} -->\n', 10_000],
  ['{{% note %}}\na\n{{% /note %}}\n\n---\n\n', 5000],
  ['{{% section %}}\n\n# a\n\n---\n\n# b\n\n{{% /section %}}\n\n---\n\n', 2000],
  ['{{< slide id="a" >}}\n\n# b\n\n---\n\n', 5000],
];

/** One kind of call in itself. */
const nested = [
  '{{% fragment %}}',
  '{{< section >}}',
  '{{% section %}}',
  '{{< markdown >}}',
  '{{% note %}}',
  '{{< box >}}',
].flatMap((call) => [100, 1000, 5000].map((depth) => [call, depth]));
const closing = (call) => call.replace(/^(..[<%]) /, '$1 /');
const box = { 'layouts/shortcodes/box.html': '<div>{{ .Inner | markdownify }}</div>' };

/** Calls whose output is larger than what is in them, so that it grows with each level. */
const growing = [
  '{{< highlight go "linenos=table,hl_lines=1" >}}',
  '{{% highlight text "linenos=inline" %}}',
  '{{< twice >}}',
  '{{< both >}}',
  '{{% thrice %}}',
].flatMap((call) => [25, 200].map((depth) => [call, depth]));
const nameOf = (call) => call.split(' ')[1];
const writers = {
  'layouts/shortcodes/twice.html': '{{ .Inner }}{{ .Inner }}',
  'layouts/shortcodes/thrice.html': '{{ .Inner | markdownify }}{{ .Inner }}{{ len .Inner }}',
  'layouts/shortcodes/both.hbs': '{{{inner}}}{{{inner}}}',
};

export const shortcodes = {
  ...rows(repeated, ([part, times]) => deck(part.repeat(times))),
  ...Object.fromEntries(
    nested.map(([call, depth]) => [
      `${call} ${depth} deep`,
      () => ({ ...deck(`${call.repeat(depth)}x${closing(call).repeat(depth)}`), ...box }),
    ]),
  ),
  ...Object.fromEntries(
    growing.map(([call, depth]) => [
      `${call} ${depth} deep, and growing`,
      () => ({
        ...deck(
          `${`${call}\nfunc main() {}\n`.repeat(depth)}${`{{${call[2]} /${nameOf(call)} ${call.at(-3)}}}\n`.repeat(depth)}`,
        ),
        ...writers,
      }),
    ]),
  ),
  '20,000 parameters': () => deck(`{{< slide ${many(20_000, (n) => `a${n}="b"`, ' ')} >}}`),
  'a parameter of a megabyte': () => deck(`{{< slide a="${'x'.repeat(1_000_000)}" >}}`),
  'a quote that is never closed': () => deck(`{{< slide a="${'x '.repeat(500_000)}`),
  'a raw string that is never closed': () => deck(`{{< slide a=\`${'x\n'.repeat(500_000)}`),
  '5000 unknown names': () => deck(many(5000, (n) => `{{< nope${n} >}}`, '\n\n')),
  'one that calls itself': () => ({
    ...deck('{{< x >}}'),
    'layouts/shortcodes/x.html': '{{ "{{< x >}}" | .Page.RenderString }}',
  }),
  'the text of 20,000 letters as a QR code': () => deck(`{{< qr text="${'a'.repeat(20_000)}" />}}`),
  'a slide of its own data': () => deck('{{< slide content="home.x" >}}\n\n# b'),
};
