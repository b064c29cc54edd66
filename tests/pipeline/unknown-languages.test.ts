/** Languages of code that the highlighter does not know. */
import { describe, expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';

const found = (body: string, more = ''): readonly string[] => {
  const site = `\n${more}-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n\n# One\n\n---\n\n${body}\n`;
  return buildSite(site).diagnostics.map(
    ({ code, hint, line, column }) => `${line}:${column} ${code} ${hint}`,
  );
};

const fence = (info: string): string => `\`\`\`${info}\na = 1\n\`\`\``;
const OTHER = 'Write the name of another language, or "text" for code without colours.';

describe('fences', () => {
  test.each([
    ['pyhton', 'Did you mean "python"?'],
    ['javascirpt {1|2}', 'Did you mean "javascript"?'],
    ['typescrip', 'Did you mean "typescript"?'],
    ['yamll', 'Did you mean "yaml"?'],
    ['rust,no_run', 'Did you mean "rust"?'],
    ['js:app.js', 'Did you mean "js"?'],
    ['carbon', OTHER],
    ['plantuml', OTHER],
  ])('%s', (info, hint) => {
    expect(found(fence(info))).toEqual([`9:4 code-language-unknown ${hint}`]);
  });

  test('in a list and in a shortcode', () => {
    expect(found('- a\n\n  ```pyhton\n  b\n  ```')).toEqual([
      '11:6 code-language-unknown Did you mean "python"?',
    ]);
    expect(found('{{% note %}}\n```pyhton\nb\n```\n{{% /note %}}')).toEqual([
      '10:4 code-language-unknown Did you mean "python"?',
    ]);
  });

  test.each([
    '',
    'text',
    'plain',
    'none',
    'Output',
    'console',
    'terminal',
    'mermaid',
    'goat',
    'Python',
    'c++',
    'C#',
    'tf',
    'ebnf',
    'js {1,3}',
    '{.js}',
    'nohighlight',
  ])('near misses: "%s"', (info) => {
    expect(found(fence(info))).toEqual([]);
  });

  test('code that is not highlighted by wish', () => {
    expect(found(fence('pyhton {noHl=true}'))).toEqual([]);
  });
});

test('the shortcode highlight', () => {
  expect(found('{{< highlight pyhton >}}\na\n{{< /highlight >}}')).toEqual([
    '9:1 code-language-unknown Did you mean "python"?',
  ]);
  expect(found('{{< highlight text >}}\na\n{{< /highlight >}}')).toEqual([]);
});

describe('what the site reads itself', () => {
  test.each([
    ['a render hook', 'layouts/_default/_markup/render-codeblock-plantuml.html', '<pre>{{ .Inner }}</pre>'],
    ['a script', 'static/js/uml.js', 'document.querySelectorAll("code.language-plantuml")'],
    ['a script with the name', 'assets/uml.js', "draw('plantuml')"],
    ['a script in a partial', 'layouts/partials/reveal-hugo/end.html', '<script>draw("PlantUML")</script>'],
  ])('%s', (_, path, text) => {
    expect(found(fence('plantuml'), `-- ${path} --\n${text}\n`)).toEqual([]);
  });

  test('a word in a script is none', () => {
    expect(found(fence('carbon'), '-- static/a.js --\nconst carbon = 1; // "carbon-like"\n')).toHaveLength(1);
  });
});
