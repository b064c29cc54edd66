/** Presentations for tests. */
import type { Color, Paragraph, Presentation, SlideModel, TableCell } from '../../src/export/ooxml/model.ts';

/** Creates a colour. */
export const color = (hex: string, alpha = 1): Color => ({ hex, alpha });

/** A picture of one pixel. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
/** A place on a slide. */
export const box = { left: 10, top: 20, width: 300, height: 40 };

/** Creates a slide. */
export const slide = (more: Partial<SlideModel> = {}): SlideModel => ({
  title: 'A title',
  isHidden: false,
  background: undefined,
  shapes: [],
  notes: '',
  ...more,
});

/** Creates a presentation. */
export const presentation = (
  slides: readonly SlideModel[],
  more: Partial<Presentation> = {},
): Presentation => ({
  title: 'A deck',
  author: '',
  description: '',
  language: 'en-GB',
  size: { width: 960, height: 700 },
  look: {
    background: color('191919'),
    text: color('FFFFFF'),
    heading: color('FFEECC'),
    link: color('42AFFA'),
    accents: [],
    headingFont: 'League Gothic',
    textFont: 'Lato',
  },
  slides,
  ...more,
});

/** Creates a paragraph. */
export const paragraph = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  runs: [{ kind: 'text', text, size: 20, font: 'Lato', color: color('FFFFFF') }],
  align: 'l',
  rtl: false,
  level: 0,
  indent: 0,
  before: 0,
  ...more,
});

const noSides = { left: undefined, right: undefined, top: undefined, bottom: undefined };
/** Creates a cell of a table. */
export const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({
  paragraphs: [paragraph(text)],
  columnSpan: 1,
  rowSpan: 1,
  anchor: 't' as const,
  padding: { left: 4, right: 4, top: 2, bottom: 2 },
  borders: { ...noSides, bottom: { width: 1, color: color('FFFFFF') } },
  ...more,
});

/** A slide with everything that slides can hold. */
export const full = slide({
  notes: 'One\n\nTwo',
  background: color('20435C'),
  shapes: [
    { kind: 'box', box, fill: color('000000', 0.5), radius: 8, border: { width: 2, color: color('FF0000') } },
    { kind: 'box', box, link: { kind: 'slide', index: 1 }, alt: 'to the second slide' },
    { kind: 'box', box, link: { kind: 'url', url: 'https://example.org/?a=1&b=2' }, alt: 'an example' },
    { kind: 'picture', box, media: { bytes: PNG, format: 'png' }, alt: 'A & B', radius: 200 },
    {
      kind: 'picture',
      box,
      media: { bytes: PNG, format: 'png' },
      svg: { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), format: 'svg' },
      alt: '',
      crop: { left: 0.1, top: 0, right: 0.1, bottom: 0 },
    },
    { kind: 'text', box, isTitle: true, paragraphs: [paragraph('A title')] },
    {
      kind: 'text',
      box,
      paragraphs: [
        paragraph('one', {
          level: 1,
          indent: 40,
          bullet: { kind: 'char', char: '•', hang: 20, color: color('42AFFA') },
        }),
        paragraph('two', {
          indent: 40,
          bullet: { kind: 'number', scheme: 'arabicPeriod', start: 3, hang: 20 },
        }),
        {
          ...paragraph(''),
          lineHeight: 26,
          runs: [
            {
              kind: 'text',
              text: 'linked',
              size: 20,
              font: 'Courier New',
              color: color('42AFFA', 0.5),
              bold: true,
              italic: true,
              underline: true,
              strike: true,
              caps: 'all',
              baseline: 0.3,
              spacing: -1,
              highlight: color('FFFF00'),
              link: { kind: 'slide', index: 0 },
              language: 'ar',
            },
            { kind: 'break', size: 20 },
            {
              kind: 'text',
              text: 'next',
              size: 20,
              font: 'League Gothic',
              color: color('FF00FF'),
              link: { kind: 'jump', to: 'nextslide' },
            },
          ],
        },
      ],
    },
    {
      kind: 'table',
      box,
      columns: [100, 200],
      hasHead: true,
      rtl: false,
      rows: [
        {
          height: 20,
          cells: [cell('wide', { columnSpan: 2 }), cell('', { covered: { byLeft: true, byTop: false } })],
        },
        { height: 20, cells: [cell('left', { fill: color('222222') }), cell('right')] },
      ],
    },
  ],
});
