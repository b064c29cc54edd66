/** PowerPoint files of a deck with everything: what is in them, and what they look like when they are opened. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportImages } from '../../src/export/images/images.ts';
import { exportPptx, type PptxOptions } from '../../src/export/pptx/pptx.ts';
import type { ExportResult } from '../../src/export/types.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { findOffice } from '../support/find-office.ts';
import { breaches, type ReadPptx, readPptx, textOf } from '../support/pptx-rules.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { findAll, type XmlElement } from '../support/xml-tree.ts';
import { writeSite } from '../support/write-site.ts';

const source = path.resolve(import.meta.dirname, '..', 'fixtures', 'export-pptx');
useBrowserPath();

/** A file that was written, with what is in it. */
interface Written {
  readonly file: string;
  readonly result: ExportResult;
  readonly pptx: ReadPptx;
}

async function run(options: PptxOptions = {}): Promise<Written> {
  const file = path.join(temporaryFolder(), 'deck.pptx');
  const result = await exportPptx({ source, output: file, ...options });
  const bytes = readFileSync(file);
  expect(breaches(bytes)).toEqual([]);
  return { file, result, pptx: readPptx(bytes) };
}

const slideOf = ({ parts }: ReadPptx, number: number): XmlElement => {
  const part = parts.get(`ppt/slides/slide${number}.xml`);
  if (!part) throw new Error(`there is no slide ${number}`);
  return part;
};
/** The text of the title of a slide. */
const titleOf = (slide: XmlElement): string =>
  findAll(slide, 'p:sp')
    .filter((shape) => findAll(shape, 'p:ph').some(({ attributes }) => attributes['type'] === 'title'))
    .flatMap(textOf)
    .join('\n');
const altsOf = (slide: XmlElement): readonly string[] =>
  findAll(slide, 'p:pic').flatMap((picture) =>
    findAll(picture, 'p:cNvPr').map(({ attributes }) => attributes['descr'] ?? ''),
  );

const TITLES = [
  'Parts & pieces',
  'Lists',
  'Tables',
  'Code',
  'Not shown',
  'Pictures',
  'What can’t be said',
  'Gradient',
  'عنوان الشريحة',
  'No heading here, only a sentence that is the first words of its slide.',
];

describe('a picture of each slide', () => {
  let written: Written;
  beforeAll(async () => {
    written = await run();
  });

  test('has titles, also of slides without headings, and hides what is hidden', () => {
    const { pptx, result } = written;
    expect([result.slides, result.warnings]).toEqual([10, []]);
    const slides = TITLES.map((_, n) => slideOf(pptx, n + 1));
    expect(slides.map(titleOf)).toEqual(TITLES);
    expect(slides.map(({ attributes }) => attributes['show'])).toEqual(
      TITLES.map((title) => (title === 'Not shown' ? '0' : undefined)),
    );
  });

  test('says in words what each picture shows', () => {
    const [alt = ''] = altsOf(slideOf(written.pptx, 6));
    expect(alt).toMatch(/^Pictures\n[^]*Four colours\nA circle\nA linked picture$/);
    expect(altsOf(slideOf(written.pptx, 4))[0]).toContain("import { brew } from 'coffee';");
  });

  test('has the notes of slides and fragments in their order', () => {
    const notes = (number: number): readonly string[] =>
      textOf(written.pptx.parts.get(`ppt/notesSlides/notesSlide${number}.xml`));
    expect(notes(1)).toEqual(['First words.']);
    expect(notes(9).filter(Boolean)).toEqual([
      'Slide notes.',
      'When the first appears.',
      'When the second appears.',
    ]);
    expect(written.pptx.parts.has('ppt/notesSlides/notesSlide3.xml')).toBe(false);
  });

  test('has links to slides and to other hosts', () => {
    const targets = written.pptx.targets('ppt/slides/slide1.xml');
    const links = findAll(slideOf(written.pptx, 1), 'a:hlinkClick').map(
      ({ attributes }) => targets.get(attributes['r:id'] ?? '')?.target,
    );
    expect(links).toEqual(['ppt/slides/slide3.xml', 'ppt/slides/slide3.xml', 'https://example.org/?a=1&b=2']);
  });

  test('has the same bytes for the same source', async () => {
    const again = await run();
    expect(readFileSync(again.file).equals(readFileSync(written.file))).toBe(true);
  });
});

describe('slides that can be edited', () => {
  let written: Written;
  beforeAll(async () => {
    written = await run({ editable: true });
  });

  test('have text, with the ends of lines where the deck has them', () => {
    const lines = textOf(slideOf(written.pptx, 2)).flatMap((text) => text.split('\n'));
    expect(lines.map((line) => line.trim())).toEqual(
      expect.arrayContaining(['Lists', 'first', 'inner', 'innermost', 'third', 'All items are there.']),
    );
    const bullets = findAll(slideOf(written.pptx, 2), 'a:buAutoNum').map(
      ({ attributes }) => attributes['type'],
    );
    expect(bullets).toEqual(['arabicPeriod', 'arabicPeriod', 'arabicPeriod']);
    expect(textOf(slideOf(written.pptx, 4)).join('\n')).toContain("import { brew } from 'coffee';");
  });

  test('have tables with cells that span others', () => {
    const [table] = findAll(slideOf(written.pptx, 3), 'a:tbl');
    if (!table) throw new Error('there is no table');
    const rows = findAll(table, 'a:tr').map((row) =>
      findAll(row, 'a:tc').map((cell) => [
        textOf(cell).join('\n'),
        ...Object.entries(cell.attributes).map(([key, value]) => `${key}=${value}`),
      ]),
    );
    expect(rows).toEqual([
      [['Two columns', 'gridSpan=2'], ['', 'hMerge=1'], ['Third']],
      [['tall', 'rowSpan=2'], ['a'], ['1.50']],
      [['', 'vMerge=1'], ['b & c'], ['22.75']],
    ]);
  });

  test('have the files of images, cut as the page cuts them, and drawings as drawings', () => {
    const slide = slideOf(written.pptx, 6);
    expect(altsOf(slide)).toEqual(['Four colours', 'A circle', 'A linked picture']);
    const [cut] = findAll(slide, 'a:srcRect');
    // 300 by 100 pixels of a square.
    expect([cut?.attributes['t'], cut?.attributes['b']]).toEqual(['33333', '33333']);
    expect(findAll(slide, 'asvg:svgBlip')).toHaveLength(1);
  });

  test('say what had to become a picture', () => {
    const said = written.result.warnings.map(({ code, message }) => `${code} ${message}`);
    expect(said).toEqual(
      [
        '6: the formula “a^2 + b^2 = c^2”',
        '6: the formula “\\int_0^1 x^2\\,dx = \\tfrac13”',
        '6: what is turned “turned text”',
        '6: the decoration of “text on a gradient”',
        '7: the gradient of the background',
      ].map((what) => `slide-part-picture / slide ${what} is a picture in the file`),
    );
  });

  test('have the shadows of boxes', () => {
    const [shadow] = findAll(slideOf(written.pptx, 4), 'a:outerShdw');
    expect(shadow?.attributes).toMatchObject({ dir: '5400000' });
  });
});

test('a range, and a slide for each step', async () => {
  const { pptx, result } = await run({ range: 'tables,2', steps: true });
  expect(result.slides).toBe(2);
  expect([1, 2, 3].map((number) => titleOf(slideOf(pptx, number)))).toEqual(['Lists', 'Lists', 'Tables']);
});

test('a slide that fails has the words of its failure, and the others are there', async () => {
  const broken = writeSite(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# One

---

## Two

<script>
addEventListener('load', () => Reveal.on('slidechanged', ({ indexh }) => { while (indexh === 1); }));
</script>

---

## Three
`);
  const { pptx, result } = await run({ source: broken, editable: true, limits: { slide: 3000 } });
  expect(result.problems.map(({ code }) => code)).toEqual(['slide-failed']);
  expect(textOf(slideOf(pptx, 2)).join(' ')).toMatch(/Slide 2.*slide 2 does not respond/);
  expect([1, 3].map((number) => titleOf(slideOf(pptx, number)))).toEqual(['One', 'Three']);
});

const office = findOffice();

// LibreOffice starts slowly, and more so on a busy machine.
describe.skipIf(!office)('opened and rendered by LibreOffice, page by page', { timeout: 240_000 }, () => {
  const WIDTH = 480;
  /** How far two pictures are apart, from 0 to 1, when both are so small that single letters do not count. */
  const distance = (a: PNG, b: PNG): number => {
    const cell = 12;
    let sum = 0;
    let count = 0;
    const mean = ({ data, width }: PNG, x: number, y: number): readonly number[] => {
      const total = [0, 0, 0];
      for (let dy = 0; dy < cell; dy++)
        for (let dx = 0; dx < cell; dx++)
          for (const n of [0, 1, 2])
            total[n] = (total[n] ?? 0) + (data[((y + dy) * width + x + dx) * 4 + n] ?? 0);
      return total.map((one) => one / cell ** 2);
    };
    for (let y = 0; y + cell <= Math.min(a.height, b.height); y += cell)
      for (let x = 0; x + cell <= Math.min(a.width, b.width); x += cell) {
        const other = mean(b, x, y);
        for (const [n, one] of mean(a, x, y).entries()) sum += Math.abs(one - (other[n] ?? 0)) / 255;
        count += 3;
      }
    return sum / count;
  };
  const readPictures = (folder: string): readonly PNG[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort()
      .map((name) => PNG.sync.read(readFileSync(path.join(folder, name))));

  const render = (file: string): readonly PNG[] => {
    const folder = temporaryFolder();
    const profile = temporaryFolder();
    const { office: program, pages } = office ?? { office: '', pages: '' };
    execFileSync(
      program,
      [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        file,
      ],
      { stdio: 'ignore', timeout: 200_000 },
    );
    execFileSync(pages, ['-png', '-scale-to-x', `${WIDTH}`, '-scale-to-y', '-1', 'deck.pdf', 'page'], {
      cwd: folder,
    });
    return readPictures(folder);
  };

  let shown: readonly PNG[];
  beforeAll(async () => {
    const folder = path.join(temporaryFolder(), 'pictures');
    await exportImages({ source, output: folder, format: 'png', width: WIDTH });
    shown = readPictures(folder);
  });

  test.each([
    ['pictures', false, 0.01],
    // Its fonts may be others, which are wider or narrower.
    ['shapes', true, 0.04],
  ])('%s', async (_, editable, limit) => {
    const { file } = await run({ editable });
    const pages = render(file);
    // LibreOffice leaves hidden slides out.
    expect(pages).toHaveLength(shown.length);
    const far = pages.flatMap((page, n) => {
      const apart = distance(page, shown[n] ?? page);
      return apart > limit ? [`page ${n + 1}: ${apart.toFixed(3)}`] : [];
    });
    expect(far).toEqual([]);
  });
});
