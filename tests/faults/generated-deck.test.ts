/** A site whose first page a generator writes: where it has not run, that is said, and not that a page has a wrong name. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles } from '../../src/files.ts';
import { buildSite } from '../support/site.ts';

const PAGE = '+++\noutputs = ["Reveal"]\n+++\n# A\n';

test('the site that was reported', () => {
  const { diagnostics } = buildSite(
    diskFiles(path.join(import.meta.dirname, 'no-deck-beside-a-generator', 'site')),
  );
  expect(diagnostics).toMatchObject([
    { code: 'no-deck', severity: 'error', file: 'content/_generator.md', line: 3 },
  ]);
  expect(diagnostics[0]?.message).toContain('content/_index.md does not exist');
  expect(diagnostics[0]?.message).toContain('the source of a generator');
  expect(diagnostics[0]?.hint).toContain('Run the generator first');
});

test.each(['_source.md', '_index.src.md', 'index.template.md', 'talk/_slides.md'])('%s', (name) => {
  const { diagnostics } = buildSite(`-- content/${name} --\n${PAGE}`);
  expect(diagnostics.map(({ message }) => message).join()).toContain('generator');
});

test.each([
  ['a single page with a name of its own', `-- content/talk.md --\n${PAGE}`],
  [
    'beside a page that stands for its folder',
    `-- content/_draft.md --\n${PAGE}-- content/_index.md --\n# A\n`,
  ],
])('%s is none', (_, site) => {
  const { diagnostics } = buildSite(site);
  expect(diagnostics.map(({ message }) => message).join()).not.toContain('generator');
});
