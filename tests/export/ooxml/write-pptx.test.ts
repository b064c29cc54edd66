/** The bytes of presentations, against the rules of the standard. */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writePptx } from '../../../src/export/ooxml/write-pptx.ts';
import { breaches, readPptx, textOf } from '../../support/pptx-rules.ts';
import { box, full, paragraph, PNG, presentation, slide } from '../../support/sample-presentation.ts';
import { findAll, readXml } from '../../support/xml-tree.ts';

test('a presentation with everything keeps the rules', () => {
  expect(breaches(writePptx(presentation([full, slide({ isHidden: true })])))).toEqual([]);
});

test.each([
  ['no slide', []],
  ['a slide without notes', [slide()]],
  ['notes on one slide', [slide(), slide({ notes: 'Say this' })]],
  ['a picture as background', [slide({ background: { bytes: PNG, format: 'png' } })]],
])('%s keeps the rules', (_, slides) => {
  expect(breaches(writePptx(presentation(slides)))).toEqual([]);
});

test('300 slides have ids of their own, and one picture is in the file once', () => {
  const slides = Array.from({ length: 300 }, (_, n) =>
    slide({
      title: `Slide ${n + 1}`,
      notes: `Notes ${n + 1}`,
      shapes: [{ kind: 'picture', box, media: { bytes: PNG, format: 'png' }, alt: '' }],
    }),
  );
  const bytes = writePptx(presentation(slides));
  expect(breaches(bytes)).toEqual([]);
  const names = Object.keys(unzipSync(bytes));
  expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(300);
  expect(names.filter((name) => name.startsWith('ppt/media/'))).toHaveLength(1);
});

test.each([
  ['emoji', '👩‍🚀 to the 🌙'],
  ['Chinese', '你好,世界'],
  ['Hebrew', 'שלום עולם'],
  ['markup', '<b> & "quotes" & \'more\' ]]>'],
  ['whitespace', '  two spaces, and a\ttab '],
])('%s stays as it is: %s', (_, text) => {
  const one = slide({
    title: text,
    notes: text,
    shapes: [{ kind: 'text', box, paragraphs: [paragraph(text)] }],
  });
  const { parts } = readPptx(writePptx(presentation([one], { title: text })));
  expect(textOf(parts.get('ppt/slides/slide1.xml'))).toEqual([text, text]);
  expect(textOf(parts.get('ppt/notesSlides/notesSlide1.xml'))).toEqual([text]);
  expect(parts.get('docProps/core.xml')?.children[0]?.text).toBe(text);
});

test('control characters and halves of pairs are left out', () => {
  const one = slide({ title: 'a\0b\u{1b}[0mc\ud800d\uffffe' });
  const bytes = writePptx(presentation([one]));
  expect(breaches(bytes)).toEqual([]);
  expect(textOf(readPptx(bytes).parts.get('ppt/slides/slide1.xml'))).toEqual(['ab[0mcde']);
});

test('a slide without a shape for its title has one above its edge', () => {
  const { parts } = readPptx(writePptx(presentation([slide({ title: 'Hidden' }), full])));
  const titles = (n: number) =>
    findAll(parts.get(`ppt/slides/slide${n}.xml`) ?? readXml('<none/>'), 'p:sp').filter(
      (shape) => findAll(shape, 'p:ph').length > 0,
    );
  expect(titles(1).map(textOf)).toEqual([['Hidden']]);
  expect(
    titles(1).flatMap((shape) => findAll(shape, 'a:off').map(({ attributes }) => Number(attributes['y']))),
  ).toEqual([expect.toSatisfy((y: number) => y < 0)]);
  expect(titles(2).map(textOf)).toEqual([['A title']]);
});

test('hidden slides are left out of a show', () => {
  const { parts } = readPptx(writePptx(presentation([slide(), slide({ isHidden: true })])));
  const shown = [1, 2].map((n) => parts.get(`ppt/slides/slide${n}.xml`)?.attributes['show']);
  expect(shown).toEqual([undefined, '0']);
});

test('links lead to slides and addresses; one to a slide that is not in the file is left out', () => {
  const link = (index: number) => ({
    kind: 'box' as const,
    box,
    link: { kind: 'slide' as const, index },
    alt: 'x',
  });
  const bytes = writePptx(presentation([slide({ shapes: [link(1), link(7)] }), full]));
  expect(breaches(bytes)).toEqual([]);
  const { parts, targets } = readPptx(bytes);
  const clicks = (n: number) =>
    findAll(parts.get(`ppt/slides/slide${n}.xml`) ?? readXml('<none/>'), 'a:hlinkClick').map(
      ({ attributes }) =>
        targets(`ppt/slides/slide${n}.xml`).get(attributes['r:id'] ?? '')?.target ?? attributes['action'],
    );
  expect(clicks(1)).toEqual(['ppt/slides/slide2.xml']);
  expect(clicks(2)).toEqual([
    'ppt/slides/slide2.xml',
    'https://example.org/?a=1&b=2',
    'ppt/slides/slide1.xml',
    'ppaction://hlinkshowjump?jump=nextslide',
  ]);
});

test('colours and fonts of the theme are used by name', () => {
  const { parts } = readPptx(writePptx(presentation([full])));
  const root = parts.get('ppt/slides/slide1.xml') ?? readXml('<none/>');
  const names = new Set(findAll(root, 'a:schemeClr').map(({ attributes }) => attributes['val']));
  expect(names).toEqual(new Set(['accent1', 'tx1']));
  expect(new Set(findAll(root, 'a:latin').map(({ attributes }) => attributes['typeface']))).toEqual(
    new Set(['+mn-lt', '+mj-lt', 'Courier New']),
  );
  const map = parts
    .get('ppt/slideMasters/slideMaster1.xml')
    ?.children.find(({ name }) => name === 'p:clrMap');
  expect(map?.attributes).toMatchObject({ bg1: 'dk1', tx1: 'lt1' });
});

test.each([
  [
    { width: 960, height: 700 },
    { cx: '9144000', cy: '6667500' },
  ],
  [
    { width: 40, height: 30 },
    { cx: '1219200', cy: '914400' },
  ],
  [
    { width: 10_000, height: 5000 },
    { cx: '51206400', cy: '25603200' },
  ],
])('slides of %o have a size that programs open', (size, expected) => {
  const { parts } = readPptx(writePptx(presentation([full], { size })));
  const root = parts.get('ppt/presentation.xml');
  expect(root?.children.find(({ name }) => name === 'p:sldSz')?.attributes).toEqual(expected);
});

test('the same presentation has the same bytes, with and without a date', () => {
  const write = (date?: Date) => writePptx(presentation([full, slide({ notes: 'x' })], { date }));
  expect(write()).toEqual(write());
  const date = new Date(1_700_000_000_000);
  expect(write(date)).toEqual(write(date));
  const core = readPptx(write(date)).parts.get('docProps/core.xml') ?? readXml('<none/>');
  expect(findAll(core, 'dcterms:created')[0]?.text).toBe('2023-11-14T22:13:20Z');
  expect(findAll(readPptx(write()).parts.get('docProps/core.xml') ?? core, 'dcterms:created')).toEqual([]);
});
