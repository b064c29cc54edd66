/** Checks can be switched off or made errors: for a site in its configuration, for a slide in its attributes. */
import { describe, expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';

const deck = (body: string, configuration = ''): string => `
-- hugo.toml --
${configuration}
-- content/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
transitoin = "zoom"
+++

${body}
`;

const found = (site: string): readonly string[] =>
  buildSite(site).diagnostics.map(({ severity, code, line }) => `${severity} ${code} ${line}`);

const levels = (rows: string): string => `[params.deckwright.checks]\n${rows}`;

describe('the configuration of a site', () => {
  test('without levels, a check warns', () => {
    expect(found(deck('# One'))).toEqual(['warning param-unknown 4']);
  });

  test.each([
    ['off', []],
    ['warning', ['warning param-unknown 4']],
    ['error', ['error param-unknown 4']],
  ])('%s', (level, expected) => {
    expect(found(deck('# One', levels(`param-unknown = "${level}"`)))).toEqual(expected);
  });

  test('a reason may stand next to the level', () => {
    const rows = 'param-unknown = { level = "off", reason = "read by a plugin" }';
    expect(found(deck('# One', levels(rows)))).toEqual([]);
  });

  test('an error stays an error', () => {
    const site = deck('{{< nope >}}', levels('shortcode-unknown = "off"\nparam-unknown = "off"'));
    expect(found(site)).toEqual(['error shortcode-unknown 7']);
  });

  test('a check that does not exist is reported with the nearest one', () => {
    const { diagnostics } = buildSite(deck('# One', levels('param-unknwon = "off"\nparam-unknown = "off"')));
    expect(diagnostics).toMatchObject([
      { code: 'check-unknown', file: 'hugo.toml', line: 2, hint: 'Did you mean "param-unknown"?' },
    ]);
  });

  test.each(['true', '"of"', '{ reason = "no level" }', '["off"]'])('%s is no level', (value) => {
    expect(found(deck('# One', levels(`param-unknown = ${value}`)))).toEqual([
      'warning check-level 2',
      'warning param-unknown 4',
    ]);
  });
});

const unclosed = '{{% note %}}\nnever closed';

describe('the attribute checks-off of a slide', () => {
  const off = (codes: string): string => `{{< slide checks-off="${codes}" checks-reason="on purpose" >}}`;
  const quiet = levels('param-unknown = "off"');

  test('drops the findings in its slide only', () => {
    expect(found(deck(`${off('shortcode-unclosed')}\n${unclosed}`, quiet))).toEqual([]);
    expect(found(deck(`${off('shortcode-unclosed')}\n\n---\n\n${unclosed}`, quiet))).toEqual([
      'warning shortcode-unclosed 11',
    ]);
    expect(found(deck(`# One\n\n---\n\n${off('shortcode-unclosed')}\n${unclosed}`, quiet))).toEqual([]);
  });

  test.each(['param-unknown, shortcode-unclosed', 'param-unknown shortcode-unclosed', 'SHORTCODE-UNCLOSED'])(
    'takes several codes: %s',
    (codes) => {
      expect(found(deck(`${off(codes)}\n${unclosed}`, quiet))).toEqual([]);
    },
  );

  test('leaves findings of the front matter alone', () => {
    expect(found(deck(`${off('param-unknown')}\n# One`))).toEqual(['warning param-unknown 4']);
  });

  test('reports a check that does not exist, at its name', () => {
    const { diagnostics } = buildSite(deck(`${off('shortcode-unclosd')}\n# One`, quiet));
    expect(diagnostics).toMatchObject([
      { code: 'check-unknown', line: 7, column: 23, hint: 'Did you mean "shortcode-unclosed"?' },
    ]);
  });

  test('is written to the page, as Hugo writes it', () => {
    const site = buildSite(deck(`${off('image-missing')}\n# One`, quiet));
    expect(site.page('index.html')).toContain('data-checks-off="image-missing"');
  });

  test('of a slide in a stack drops findings there', () => {
    const stack = (first: string, second: string): string =>
      `{{% section %}}\n\n${first}\n\n---\n\n${second}\n\n{{% /section %}}`;
    const fence = '```js {hl_lines=}\n1\n```';
    const silenced = `${off('code-attributes-invalid')}\n${fence}`;
    expect(found(deck(stack('# One', fence), quiet))).toEqual(['warning code-attributes-invalid 13']);
    expect(found(deck(stack(silenced, '# Two'), quiet))).toEqual([]);
    expect(found(deck(stack(silenced, fence), quiet))).toEqual(['warning code-attributes-invalid 16']);
  });
});
