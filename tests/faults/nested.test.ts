/** Fragments alone in their lines in a section stand below one another, as with Hugo. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles } from '../../src/files.ts';
import { buildSite } from '../support/site.ts';

test('fragments in a section', () => {
  const site = buildSite(diskFiles(path.join(import.meta.dirname, 'fragments-in-section', 'site')));
  expect(site.page('index.html')).toContain(
    `<p><span class="fragment">First thing</span></p>
<p><span class="fragment">Second thing</span></p>
<p><span class="fragment">Third thing</span></p>
`,
  );
  expect(site.diagnostics).toEqual([]);
});
