/** Pages with slides that belong to no deck. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { openSite, parseSite, testClient } from '../support/site.ts';

function found(page: string, frontMatter: string, body: string, more = ''): readonly string[] {
  const site = `
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# One
-- content/${page} --
+++
title = "T"
${frontMatter}
+++

${body}
${more}`;
  const pipeline = openSite(memoryFiles(parseSite(site)));
  const { diagnostics } = pipeline.publishPages(testClient, []);
  return diagnostics.map(({ code, message, line }) => `${line} ${code} ${message}`);
}

const SLIDES = '# Two\n\n{{% note %}}x{{% /note %}}';

test.each([
  ['talk/_index.md', '', /^1 slides-not-shown .*does not ask for the Reveal output/],
  ['talk.md', '', /^1 slides-not-shown .*does not ask for the Reveal output/],
  ['talk.md', 'outputs = ["Reveal"]', /^3 slides-not-shown .*a single page needs a layout/],
  ['talk/index.md', 'outputs = ["Reveal"]', /^3 slides-not-shown .*it is named index.md/],
])('%s with %j', (page, frontMatter, message) => {
  expect(found(page, frontMatter, SLIDES)).toEqual([expect.stringMatching(message)]);
});

test.each([
  ['talk/_index.md', 'outputs = ["Reveal"]', SLIDES],
  ['talk.md', 'outputs = ["Reveal"]\nlayout = "bundle"', SLIDES],
  ['home/two.md', '', SLIDES],
  ['post.md', '', '# Words\n\n---\n\nMore {{< ref "/" >}}'],
  ['talk.md', 'draft = true', SLIDES],
])('near misses: %s with %j', (page, frontMatter, body) => {
  expect(found(page, frontMatter, body)).toEqual([]);
});

test('a page that the site has a layout for is shown by it', () => {
  const layout = '-- layouts/_default/single.html --\n{{ .Content }}\n';
  expect(found('talk.md', '', SLIDES, layout)).toEqual([]);
});
