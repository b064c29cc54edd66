/** What a build does with inputs that would take all time or memory, or that break the packages it calls. */
import { describe, expect, test } from 'vitest';
import { useCommand } from './support/command.ts';
import { writeSite } from './support/write-site.ts';

const command = useCommand();

interface Ending {
  readonly status: number | null;
  readonly output: string;
}

function build(files: string, env: Readonly<Record<string, string>> = {}): Ending {
  const site = writeSite(files);
  const { status, stdout, stderr } = command.run(['build'], { cwd: site, env });
  return { status, output: stdout + stderr };
}

const themed = (scss: string, config = 'timeout = "1500ms"'): string => `
-- hugo.toml --
${config}
-- content/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
custom_theme = "theme.scss"
custom_theme_compile = true
+++
# A
-- content/b/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
custom_theme = "theme.scss"
custom_theme_compile = true
+++
# B
-- assets/theme.scss --
${scss}
`;

describe('stylesheets', () => {
  test.each([
    ['a loop without end', 'a { b: c }\n@while true {}', 2],
    ['a loop that writes', '@while true { a { b: c } }', 1],
    ['a loop over a billion', '\n\n@for $i from 1 through 1000000000 { $a: $i; }', 3],
    ['a list that doubles', '$l: (1, 2);\n@while true { $l: join($l, $l); }', 2],
    ['a map that grows', '$m: ();\n@for $i from 1 through 100000000 { $m: map-merge($m, ($i: $m)); }', 2],
  ])('%s ends after the time of the site, once for all decks', (_, scss, line) => {
    const start = performance.now();
    const { status, output } = build(themed(scss));
    expect(status).toBe(0);
    expect(output.match(/it takes longer than 1\.5 seconds|it takes more than 512 MB/g)).toHaveLength(1);
    expect(output).toContain(`warning scss-invalid assets/theme.scss:${line}:`);
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  test('a heap that the command allows Node.js is not allowed a stylesheet', () => {
    const scss =
      '@use "sass:list";\n$l: (1, 2);\n@for $i from 1 through 18 { $l: list.join($l, $l); }\n$all: ();\n' +
      '@while true { $all: list.append($all, list.join($l, $l)); }';
    const { status, output } = build(themed(scss, 'timeout = "60s"'), {
      NODE_OPTIONS: '--max-old-space-size=8192',
    });
    expect(status).toBe(0);
    expect(output).toContain('it takes more than 512 MB of heap');
  });

  test.each([
    [
      'a function that calls itself',
      '@function f($n) { @return f($n + 1); }\na { b: f(1) }',
      'it is nested too deep',
    ],
    ['a mixin that includes itself', '@mixin m { @include m; }\na { @include m; }', 'it is nested too deep'],
    ['a text that doubles', '$s: "aaaa";\n@while true { $s: $s + $s; }', 'a value is too large'],
  ])('%s is a mistake', (_, scss, reason) => {
    const { status, output } = build(themed(scss, ''));
    expect(status).toBe(0);
    expect(output).toContain(reason);
    expect(output).toContain('assets/theme.scss');
  });

  test('imports, warnings and positions are those of Sass', () => {
    const { status, output } = build(
      `${themed('@use "parts/colours" as c;\n@warn "old";\na { color: c.$red }', '')}
-- assets/parts/_colours.scss --
$red: #f00;
@warn "older";
-- content/c/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
custom_theme = "other.scss"
custom_theme_compile = true
+++
# C
-- assets/other.scss --
@import "parts/broken";
-- assets/parts/_broken.scss --
a { b: c }
a { b: }
`,
    );
    expect(status).toBe(0);
    for (const line of [
      'warning scss-warning assets/theme.scss:2:1',
      'warning scss-warning assets/parts/_colours.scss:2:1',
      'warning scss-invalid assets/parts/_broken.scss:2:8',
    ])
      expect(output).toContain(line);
  });

  test('a template that compiles a loop without end fails at its line', () => {
    const { status, output } = build(`
-- hugo.toml --
timeout = "1s"
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# A

{{< x >}}
-- layouts/shortcodes/x.html --
{{ (resources.Get "a.scss" | toCSS).Content }}
-- assets/a.scss --
@while true {}
`);
    expect(status).toBe(1);
    expect(output).toContain('error scss-invalid assets/a.scss:1:1');
    expect(output).toContain('it takes longer than 1 seconds');
  });
});

describe('packages of a site that are broken', () => {
  const formula =
    '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n\n{{< math >}}a{{< /math >}}\n';
  const broken = (name: string, manifest: string, code: string): string =>
    `-- node_modules/${name}/package.json --\n${manifest}\n-- node_modules/${name}/index.js --\n${code}\n`;

  test.each([
    [
      'katex throws',
      broken('katex', '{"main":"index.js"}', 'throw new Error("broken on purpose")'),
      formula,
      'content/_index.md:6',
    ],
    [
      'katex has other exports',
      broken('katex', '{"exports":{"./x":"./index.js"}}', ''),
      formula,
      'content/_index.md:6',
    ],
    ['katex is no package', broken('katex', '{]', ''), formula, 'content/_index.md:6'],
    [
      'sass throws',
      broken('sass', '{"main":"index.js"}', 'throw new Error("broken on purpose")'),
      themed('a { b: c }'),
      'content/_index.md:4',
    ],
    [
      'sass has no functions',
      broken('sass', '{"main":"index.js"}', 'exports.a = 1'),
      themed('a { b: c }'),
      'content/_index.md:4',
    ],
    [
      'sass has other exports',
      broken('sass', '{"exports":{"./x":"./index.js"}}', ''),
      themed('a { b: c }'),
      'content/_index.md:4',
    ],
  ])('%s', (_, files, site, place) => {
    const { status, output } = build(`${site}${files}`);
    expect(output).toContain(`package-broken ${place}`);
    expect(output).not.toContain('internal');
    expect([0, 1]).toContain(status);
  });
});

describe('a bug of deckwright', () => {
  const site = writeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# A
-- fault.cjs --
JSON.stringify = () => { throw new TypeError('planted\\nwith a second line'); };
`);
  const run = (...args: readonly string[]): ReturnType<typeof command.run> =>
    command.run(args, { cwd: site, env: { NODE_OPTIONS: '--require ./fault.cjs' } });

  test('is one line that says where to report it, with exit code 70', () => {
    const { status, stderr } = run('build');
    expect({ status, stderr }).toEqual({
      status: 70,
      stderr:
        'error internal planted (a bug in deckwright: report it with npm bugs deckwright, and the output with --debug)\n',
    });
  });

  test('has its stack with --debug', () => {
    const { status, stderr } = run('build', '--debug');
    expect(status).toBe(70);
    expect(stderr).toMatch(/^TypeError: planted\nwith a second line\n +at /m);
  });
});
