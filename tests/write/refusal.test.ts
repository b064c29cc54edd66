/** An error of the destination names what asks for the file, with its position. */
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DeckError, type Diagnostic } from '../../src/diagnostics.ts';
import { type SiteFile, writeSite } from '../../src/write/write-site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSiteFile } from '../support/write-site.ts';

const BUNDLE = { bundle: 'deck-assets' };

const page = (name: string): SiteFile => ({
  path: name,
  content: 'x',
  origin: {
    name: 'the page of content/talk.md',
    source: { path: 'content/talk.md', text: '+++\nslug = "x"\n+++\n' },
    findOffset: () => 4,
  },
});

async function refusalOf(work: Promise<unknown>): Promise<Diagnostic> {
  const error = await work.catch((one: unknown) => one);
  if (!(error instanceof DeckError) || !error.diagnostics[0]) throw error;
  return error.diagnostics[0];
}

describe('a page that can’t be written', () => {
  test.each([
    ['is outside', '../x.html', /: "\.\.\/x\.html" is not a file below it; /],
    ['has a long name', `${'x'.repeat(300)}.html`, /: ENAMETOOLONG: name too long: x+\.html; /],
    [
      'has a long folder',
      `a/${'x'.repeat(300)}/index.html`,
      /: ENAMETOOLONG: name too long: a\/x+\/index\.html; /,
    ],
    ['is a folder there', 'folder', /: folder is a folder there; /],
    ['is below a file', 'file/index.html', /: file is a file, and a folder is needed there; /],
  ])('because it %s is named', async (_, name, message) => {
    const folder = path.join(temporaryFolder(), 'public');
    writeSiteFile(folder, 'file', '');
    mkdirSync(path.join(folder, 'folder'));
    const files = [{ path: 'index.html', content: 'x' }, page(name)];
    const found = await refusalOf(writeSite(folder, files, BUNDLE));
    expect(found.message).toMatch(message);
    expect(found.message).toMatch(/; the page of content\/talk\.md asks for it$/);
    expect(found.message).not.toContain('.public.deckwright');
    expect([found.file, found.line, found.column]).toEqual(['content/talk.md', 2, 1]);
  });

  // The administrator may write everywhere.
  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'because its folder is read-only is named',
    async () => {
      const folder = path.join(temporaryFolder(), 'public');
      mkdirSync(path.join(folder, 'a'), { recursive: true });
      chmodSync(path.join(folder, 'a'), 0o500);
      onTestFinished(() => chmodSync(path.join(folder, 'a'), 0o700));
      const { file, message } = await refusalOf(writeSite(folder, [page('a/b/index.html')], BUNDLE));
      expect([file, message]).toEqual([
        'content/talk.md',
        `${folder} can't be written: EACCES: permission denied: a/b/index.html; the page of content/talk.md asks for it`,
      ]);
    },
  );

  test('because its source is gone is named', async () => {
    const folder = temporaryFolder();
    const file: SiteFile = {
      path: 'a.png',
      content: { copyOf: path.join(folder, 'gone.png') },
      origin: { name: 'the file static/a.png', source: { path: 'static/a.png', text: '' } },
    };
    const found = await refusalOf(writeSite(path.join(folder, 'public'), [file], BUNDLE));
    expect([found.file, found.line]).toEqual(['static/a.png', 0]);
  });
});
