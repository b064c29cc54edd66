/** `timeout` of the configuration, which templates of Go and layouts in Handlebars have. */
import { expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';

const messagesOf = (files: string): readonly string[] =>
  buildSite(`
-- hugo.toml --
timeout = "1ms"
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# A

{{< x ${'a '.repeat(40)}>}}
${files}
`).diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`);

test.each([
  ['a template', '-- layouts/shortcodes/x.html --\n{{ range 1000000000 }}\n{{ end }}'],
  [
    'a partial',
    '-- layouts/shortcodes/x.html --\n{{ partial "p.html" . }}\n-- layouts/partials/p.html --\n{{ range 1000000000 }}{{ end }}',
  ],
  [
    'a layout',
    '-- layouts/shortcodes/x.hbs --\n{{#each params}}{{#each ../params}}{{#each ../../params}}{{#each ../../../params}}a{{/each}}{{/each}}{{/each}}{{/each}}',
  ],
])('%s', (_, files) => {
  expect(messagesOf(files)).toEqual([
    expect.stringMatching(/^layouts\/.*\.(?:html|hbs):1 .*: the template takes longer than 0\.001 seconds$/),
  ]);
});
