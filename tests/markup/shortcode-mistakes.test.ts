/** Mistakes in tags that Hugo does not report: quotes that do not quote, and brackets that make no tag. */
import { describe, expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';

const found = (body: string): readonly string[] => {
  const site = `-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n\n# One\n\n---\n\n${body}\n`;
  const own = `-- layouts/shortcodes/box.html --\n{{ .Get 0 }}\n`;
  try {
    return buildSite(own + site).diagnostics.map(
      ({ severity, code, hint, line, column }) => `${severity} ${line}:${column} ${code} ${hint}`,
    );
  } catch (error) {
    return [String(error)];
  }
};

const STRAIGHT = 'Put the value in straight double quotes: "…".';

describe('quotes around values', () => {
  test.each([
    ['{{< slide id=“intro” >}}', 14],
    ['{{< slide id=„intro“ >}}', 14],
    ['{{< slide id=”intro” >}}', 14],
    ['{{< slide id=‘intro’ >}}', 14],
    ['{{< slide id=«intro» >}}', 14],
    ["{{< slide id='intro' >}}", 14],
    ['{{< slide class="dark" id=“intro” >}}', 27],
    ['{{< slide class=“dark” id=“intro” >}}', 17],
  ])('%s', (tag, column) => {
    expect(found(`${tag}\n\n# Two`)).toEqual([`warning 9:${column} shortcode-quotes ${STRAIGHT}`]);
  });

  test('of several words are an error, at the quote', () => {
    expect(found('{{< slide id="a" class=“dark wide” >}}\n\n# Two')).toEqual([
      `error 9:24 shortcode-syntax ${STRAIGHT}`,
    ]);
    expect(found('{{< box “a” >}}')).toEqual([`error 9:9 shortcode-syntax ${STRAIGHT}`]);
  });

  test.each([
    '{{< slide id="intro" >}}\n\n# Two',
    '{{< slide menu-title="“Hello” they said" >}}\n\n# Two',
    '{{< slide menu-title="it’s" >}}\n\n# Two',
    '{{< slide menu-title=’90s >}}\n\n# Two',
    "{{< slide menu-title=rock'n'roll >}}\n\n# Two",
    '{{< slide menu-title=`“a”` >}}\n\n# Two',
    '<!-- {{< slide id=“intro” >}} -->\n\n# Two',
    '`{{</* slide id=“intro” */>}}`\n\n# Two',
    '“quoted” text',
  ])('near misses: %s', (body) => {
    expect(found(body)).toEqual([]);
  });
});

describe('tags that are text', () => {
  test.each([
    ['{{ < slide id="a" > }}', 1],
    ['{ {< slide >}}', 1],
    ['{ {% note %}}', 1],
    ['{{ % note % }}', 1],
    ['{% note %}', 1],
    ['words { {% fragment %}}one', 7],
    ['- a\n- { {% /fragment %} }', 3],
    ['{% box "a" %}', 1],
  ])('%s', (body, column) => {
    const line = 8 + body.split('\n').length;
    expect(found(body)).toEqual([
      expect.stringMatching(new RegExp(`^warning ${line}:${column} shortcode-as-text Write `)),
    ]);
  });

  test.each([
    '`{% note %}`',
    '```django\n{% note %}\n```',
    '    {% note %}',
    '{% include "a.html" %}',
    '{% if a %}',
    '{ {{ .Title }} }',
    '{{ note }}',
    '{% notes %}',
    'a {b} < c > {d}',
    '$\\{a < note > b\\}$',
    '{{</* note */>}}',
    '<pre>{% note %}</pre>',
  ])('near misses: %s', (body) => {
    expect(found(body)).toEqual([]);
  });
});
