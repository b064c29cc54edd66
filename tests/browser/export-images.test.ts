/** Pictures of slides: their files, sizes and formats, and what they show. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import { describe, expect, test } from 'vitest';
import { exportImages } from '../../src/export/images/images.ts';
import { exportShot } from '../../src/export/images/shot.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

useBrowserPath();

const source = writeSite(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- content/talks/boats/_index.md --
+++
title = "Boats"
outputs = ["Reveal"]
[reveal_hugo]
width = 800
height = 450
+++
# One

---

{{% section %}}

## Above

{{% fragment %}}first{{% /fragment %}}

---

{{< slide id="below" background-color="#00ff00" >}}

## Below

{{% /section %}}
-- content/other/_index.md --
+++
title = "Other"
outputs = ["Reveal"]
+++
# Other
`);

const sizeOf = (file: string): unknown => {
  const { width, height, type } = imageSize(readFileSync(file));
  return [type, width, height];
};

test('a picture of each slide, at the size of the deck', async () => {
  const output = path.join(temporaryFolder(), 'pictures');
  const { slides, problems } = await exportImages({ source, decks: ['talks/boats'], output, format: 'png' });
  expect([slides, problems]).toEqual([3, []]);
  expect(readdirSync(output)).toEqual(['slide-01.png', 'slide-02.1.png', 'slide-02.2.png']);
  expect(sizeOf(path.join(output, 'slide-01.png'))).toEqual(['png', 800, 450]);
});

test('of each step of some slides, at another size, in a folder for each deck', async () => {
  const output = temporaryFolder();
  const options = { source, all: true, output, width: 1600, steps: true, range: '1-2.1' } as const;
  // The second deck has no second slide, which is not in it for a range.
  const { files } = await exportImages({ ...options, format: 'jpeg' });
  expect(files.map((file) => path.relative(output, file.path)).sort()).toEqual(
    [
      'other/slide-01-step-1',
      'talks-boats/slide-01-step-1',
      'talks-boats/slide-02.1-step-1',
      'talks-boats/slide-02.1-step-2',
    ].map((name) => path.join(...`${name}.jpg`.split('/'))),
  );
  expect(files.map((file) => sizeOf(file.path))).toEqual(
    expect.arrayContaining([['jpg', 1600, 1167], ...Array.from({ length: 3 }, () => ['jpg', 1600, 900])]),
  );
});

describe('one slide', () => {
  const shoot = async (target: string, name: string, step?: number): Promise<string> => {
    const output = path.join(temporaryFolder(), name);
    const { files } = await exportShot({ source, target, output, ...(step !== undefined && { step }) });
    expect(files.map((file) => file.path)).toEqual([output]);
    return output;
  };

  test.each([
    ['talks/boats#below', 'a.png', 'png'],
    ['talks/boats#2.2', 'a.webp', 'webp'],
    ['talks/boats#/1/1', 'a.jpeg', 'jpg'],
  ])('%s as %s', async (target, name, type) => {
    expect(sizeOf(await shoot(target, name))).toEqual([type, 800, 450]);
  });

  test('the same slide by its id and by its number is the same picture, and another step another one', async () => {
    const [first, second, last] = await Promise.all([
      shoot('talks/boats#2', 'a.png', 1),
      shoot('talks/boats#2.1', 'a.png', 2),
      shoot('talks/boats#/1', 'a.png'),
    ]);
    expect(readFileSync(last).equals(readFileSync(second))).toBe(true);
    expect(readFileSync(first).equals(readFileSync(second))).toBe(false);
  });

  test('a slide that does not exist', async () => {
    await expect(shoot('talks/boats#belo', 'a.png')).rejects.toThrow(
      /^error slide-unknown\nthere is no slide "belo" in \/talks\/boats\/\nhint: Did you mean below\?/,
    );
  });
});

test('a site with several decks, none of which is named', async () => {
  await expect(exportImages({ source, format: 'png' })).rejects.toThrow(
    /^error deck-not-named\nthe site has 2 decks, and none is named\nhint: Name one or more, or use --all\. There are: /,
  );
});
