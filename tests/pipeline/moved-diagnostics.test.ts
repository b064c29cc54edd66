/** Slides with warnings are not rendered again after an edit elsewhere, and their warnings are where they are now. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { openSite } from '../support/site.ts';

const HEAD = '+++\noutputs = ["Reveal"]\n+++\n';
const WARNED =
  '- {{% fragment %}}one{{% /fragment %}}\n- {{% fragment %}}two{{% /fragment %}}\n\n```nonsens\nx\n```\n';

const edits: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'lines above': [`# A\n\n---\n\n${WARNED}`, `# A\n\nmore\n\nand more\n\n---\n\n${WARNED}`],
  'a slide above': [`# A\n\n---\n\n${WARNED}`, `# A\n\n---\n\n# B\n\n---\n\n${WARNED}`],
  'a line next to it': [
    `# A\n\nold\n\n---\n\n${WARNED}\n---\n\n# C`,
    `# A\n\nnew\n\n---\n\n${WARNED}\n---\n\n# D`,
  ],
  'its own text': [`# A\n\n---\n\n${WARNED}`, `# A\n\n---\n\n${WARNED.replace('nonsens', 'js')}`],
  'the same slide twice': [`${WARNED}\n---\n\n# A`, `${WARNED}\n---\n\n${WARNED}\n---\n\n# A`],
};

test.each(Object.entries(edits))('%s', (_name, [before, after]) => {
  const files: Record<string, string> = { 'content/_index.md': HEAD + before };
  const pipeline = openSite(memoryFiles(files));
  const diagnosticsNow = () => pipeline.decks().decks.flatMap((deck) => pipeline.render(deck).diagnostics);
  expect(diagnosticsNow().length).toBeGreaterThan(0);
  files['content/_index.md'] = HEAD + after;
  pipeline.update(['content/_index.md']);
  const fresh = openSite(memoryFiles(files));
  expect(diagnosticsNow()).toEqual(fresh.decks().decks.flatMap((deck) => fresh.render(deck).diagnostics));
});
