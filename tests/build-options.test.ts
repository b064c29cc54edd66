/** What a build does besides building, and what it says of itself. */
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, type BuildStep, DeckError } from '../src/index.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { PICTURE, writeSite, writeSiteFile } from './support/write-site.ts';

const SITE = `
-- hugo.toml --
disableKinds = ["page"]
-- content/_index.md --
+++
title = "Deck"
outputs = ["Reveal"]
+++
# One

{{< mine >}}
{{% note %}}A word{{% /note %}}

---

{{% section %}}
## Two

---

## Three

<aside class="notes">Another</aside>
{{% /section %}}
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
+++
# Four
-- layouts/shortcodes/mine.html --
{{ partial "used.html" . }}
-- layouts/partials/used.html --
<b>mine</b>
-- layouts/partials/idle.html --
<b>nobody's</b>
-- layouts/shortcodes/idle.hbs --
-- layouts/.DS_Store --
-- static/a.svg --
${PICTURE}
`;

describe('what a build says of itself', () => {
  test('decks, slides, notes, files, bytes', async () => {
    const source = writeSite(SITE);
    const steps: BuildStep[] = [];
    const result = await build({ source, onStep: (step) => steps.push(step) });
    expect(result).toMatchObject({ decks: 2, slides: 4, notes: 2, warnings: [], deleted: [], forgotten: 0 });
    expect(steps).toEqual(['read', 'render', 'bundle', 'write']);
    const files = readdirSync(result.destination, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const bytes = files.map((file) => readFileSync(path.join(file.parentPath, file.name)).length);
    expect(result.assets).toBe(files.length - 4);
    expect(result.bytes).toBe(bytes.reduce((sum, size) => sum + size));
    expect(result.milliseconds).toBeGreaterThan(0);
  });
});

describe('--cleanDestinationDir', () => {
  test('leaves what this build has written and what begins with a dot', async () => {
    const source = writeSite(SITE);
    await build({ source });
    for (const file of ['old/index.html', 'old/pic.png', 'CNAME', '.nojekyll'])
      writeSiteFile(path.join(source, 'public'), file, '');
    const { deleted } = await build({ source, cleanDestinationDir: true });
    expect(deleted).toEqual(['CNAME', 'old/index.html', 'old/pic.png']);
    const left = readdirSync(path.join(source, 'public')).sort();
    expect(left).toEqual(['.nojekyll', '404.html', 'a.svg', 'deck-assets', 'index.html', 'talk']);
    expect((await build({ source, cleanDestinationDir: true })).deleted).toEqual([]);
  });

  test('deletes nothing where a build fails, or where the sources would go', async () => {
    const source = writeSite(SITE);
    writeSiteFile(source, 'public/old.html', '');
    const destination = path.dirname(source);
    await expect(build({ source, destination, cleanDestinationDir: true })).rejects.toThrow(
      'destination-holds-source',
    );
    writeSiteFile(source, 'content/_index.md', '+++\noutputs = ["Reveal"]\n+++\n{{< nope >}}\n');
    await expect(build({ source, cleanDestinationDir: true })).rejects.toThrow(DeckError);
    expect(existsSync(path.join(source, 'public/old.html'))).toBe(true);
    expect(existsSync(path.join(source, 'public/index.html'))).toBe(false);
  });
});

describe('--gc and --cacheDir', () => {
  test('keep one client in a folder of our own, and nothing else of ours', async () => {
    const source = writeSite(SITE);
    const cacheDir = temporaryFolder();
    const own = path.join(cacheDir, 'deckwright');
    await build({ source, cacheDir });
    const [first = ''] = readdirSync(own).filter((name) => name !== 'builds');
    for (const file of ['mine.txt', 'deckwright/mine.txt', `deckwright/${first}.draft/a.js`])
      writeSiteFile(cacheDir, file, '');
    const longAgo = new Date('2001-01-01');
    utimesSync(path.join(own, 'mine.txt'), longAgo, longAgo);
    writeSiteFile(source, 'hugo.toml', '[params.reveal_hugo]\ntheme = "moon"\n');
    expect((await build({ source, cacheDir })).forgotten).toBe(0);
    // Two clients, the draft, the file of another, and what builds have recorded.
    expect(readdirSync(own)).toHaveLength(5);
    expect((await build({ source, cacheDir, gc: true })).forgotten).toBe(1);
    expect(readdirSync(cacheDir).sort()).toEqual(['deckwright', 'mine.txt']);
    // What another build makes now is left to it.
    const left = readdirSync(own);
    expect(left).toHaveLength(4);
    expect(left).toEqual(expect.arrayContaining(['builds', 'mine.txt', `${first}.draft`]));
    expect((await build({ source, cacheDir, gc: true })).forgotten).toBe(0);
  });
});

describe('--printUnusedTemplates', () => {
  test('names what nothing has used, in either language', async () => {
    const source = writeSite(SITE);
    const { warnings } = await build({ source, printUnusedTemplates: true });
    expect(warnings.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'template-unused layouts/partials/idle.html',
      'template-unused layouts/shortcodes/idle.hbs',
    ]);
    await expect(build({ source, printUnusedTemplates: true, strict: true })).rejects.toThrow(
      'template-unused',
    );
  });
});
