/** Writes the shapes of slides. */
import type { Border, Box, BoxShape, PictureShape, Shadow, Shape, TextShape } from './model.ts';
import { writeColor, writeFill } from './colors.ts';
import { writeLine } from './lines.ts';
import { writeTable } from './tables.ts';
import { type WriteContext, writeLink, writeParagraphs } from './text.ts';
import type { PackageWriter } from './parts.ts';
import { xml } from './xml.ts';

/** What a slide gives to its shapes. */
export interface ShapeContext extends WriteContext {
  readonly parts: PackageWriter;
}

/** Writes a shape with its number on the slide. */
export function writeShape(shape: Shape, id: number, context: ShapeContext): string {
  if (shape.kind === 'picture') return writePicture(shape, id, context);
  if (shape.kind === 'box') return writeBox(shape, id, context);
  if (shape.kind === 'text') return writeText(shape, id, context);
  return writeTable(shape, id, context);
}

const DECORATIVE_URI = '{C183D7F6-B498-43B3-948B-1728B52AA6E4}';
const DECORATIVE_NAMESPACE = 'http://schemas.microsoft.com/office/drawing/2017/decorative';

/** Screen readers leave decoration out. */
const decorative = xml('a:extLst', {}, [
  xml('a:ext', { uri: DECORATIVE_URI }, [
    xml('adec:decorative', { 'xmlns:adec': DECORATIVE_NAMESPACE, val: 1 }),
  ]),
]);

const SVG_URI = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';
const SVG_NAMESPACE = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';

function writePicture(shape: PictureShape, id: number, context: ShapeContext): string {
  const { relationships, parts } = context;
  const { media, svg, alt, crop, link } = shape;
  const vector = svg && [
    xml('a:extLst', {}, [
      xml('a:ext', { uri: SVG_URI }, [
        xml('asvg:svgBlip', {
          'xmlns:asvg': SVG_NAMESPACE,
          'r:embed': relationships.to('image', parts.addMedia(svg)),
        }),
      ]),
    ]),
  ];
  const share = (value: number): number => Math.round(value * 100_000);
  return xml('p:pic', {}, [
    xml('p:nvPicPr', {}, [
      xml('p:cNvPr', { id, name: `Picture ${id}`, descr: alt }, [
        link && writeLink(link, context),
        alt === '' ? decorative : undefined,
      ]),
      xml('p:cNvPicPr', {}, [xml('a:picLocks', { noChangeAspect: true })]),
      xml('p:nvPr'),
    ]),
    xml('p:blipFill', {}, [
      xml('a:blip', { 'r:embed': relationships.to('image', parts.addMedia(media)) }, vector ?? []),
      crop &&
        xml('a:srcRect', {
          l: share(crop.left),
          t: share(crop.top),
          r: share(crop.right),
          b: share(crop.bottom),
        }),
      xml('a:stretch', {}, [xml('a:fillRect')]),
    ]),
    xml('p:spPr', {}, [
      writePlace(shape.box, context),
      writeGeometry(shape),
      writeBorder(shape.border, context),
    ]),
  ]);
}

function writeBox(shape: BoxShape, id: number, context: ShapeContext): string {
  const { fill, border, link, alt = '' } = shape;
  // A click goes through a shape without a fill.
  const area = link && !fill ? { hex: 'FFFFFF', alpha: 0 } : undefined;
  return xml('p:sp', {}, [
    xml('p:nvSpPr', {}, [
      xml('p:cNvPr', { id, name: `${link ? 'Link' : 'Rectangle'} ${id}`, descr: alt || undefined }, [
        link && writeLink(link, context),
        alt === '' ? decorative : undefined,
      ]),
      xml('p:cNvSpPr'),
      xml('p:nvPr'),
    ]),
    xml('p:spPr', {}, [
      writePlace(shape.box, context),
      writeGeometry(shape),
      area
        ? xml('a:solidFill', {}, [xml('a:srgbClr', { val: area.hex }, [xml('a:alpha', { val: 0 })])])
        : writeFill(fill, context.palette),
      writeBorder(border, context),
      shape.shadow && writeShadow(shape.shadow, context),
    ]),
  ]);
}

/** Text begins at the edge of its box. */
const BODY = { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't', rtlCol: false } as const;

function writeText({ box, isTitle, paragraphs }: TextShape, id: number, context: ShapeContext): string {
  return xml('p:sp', {}, [
    xml('p:nvSpPr', {}, [
      xml('p:cNvPr', { id, name: `${isTitle ? 'Title' : 'Text'} ${id}` }),
      isTitle ? xml('p:cNvSpPr', {}, [xml('a:spLocks', { noGrp: true })]) : xml('p:cNvSpPr', { txBox: true }),
      xml('p:nvPr', {}, isTitle ? [xml('p:ph', { type: 'title' })] : []),
    ]),
    xml('p:spPr', {}, [
      writePlace(box, context),
      xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')]),
      xml('a:noFill'),
    ]),
    xml('p:txBody', {}, [
      xml('a:bodyPr', { ...BODY, wrap: isTitle ? 'square' : 'none' }, [xml('a:noAutofit')]),
      xml('a:lstStyle'),
      writeParagraphs(paragraphs, context),
    ]),
  ]);
}

/** Writes the place of a shape. */
export function writePlace({ left, top, width, height }: Box, { units }: WriteContext): string {
  return xml('a:xfrm', {}, [
    xml('a:off', { x: units.emu(left), y: units.emu(top) }),
    xml('a:ext', { cx: Math.max(0, units.emu(width)), cy: Math.max(0, units.emu(height)) }),
  ]);
}

interface Outline {
  readonly box: Box;
  readonly radius?: number;
}

function writeGeometry({ box, radius = 0 }: Outline): string {
  const side = Math.min(box.width, box.height);
  if (radius <= 0 || side <= 0) return xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')]);
  // The adjustment is a share of the shorter side, at most one half.
  const share = Math.min(0.5, radius / side);
  const isRound = share === 0.5 && box.width === box.height;
  if (isRound) return xml('a:prstGeom', { prst: 'ellipse' }, [xml('a:avLst')]);
  const guide = xml('a:gd', { name: 'adj', fmla: `val ${Math.round(share * 100_000)}` });
  return xml('a:prstGeom', { prst: 'roundRect' }, [xml('a:avLst', {}, [guide])]);
}

/** The widest blur and the longest distance of the standard, in EMU. */
const MAX_REACH = 2_147_483_647;

function writeShadow({ color, x, y, blur }: Shadow, { units, palette }: WriteContext): string {
  const reach = (pixels: number): number => Math.min(MAX_REACH, units.emu(pixels));
  // In 60,000ths of a degree, clockwise from the right.
  const degrees = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
  return xml('a:effectLst', {}, [
    xml(
      'a:outerShdw',
      {
        blurRad: reach(blur),
        dist: reach(Math.hypot(x, y)),
        dir: Math.round(degrees * 60_000) % 21_600_000,
        algn: 'ctr',
        rotWithShape: false,
      },
      [writeColor(color, palette)],
    ),
  ]);
}

function writeBorder(border: Border | undefined, context: WriteContext): string {
  return border ? writeLine('a:ln', border, context) : xml('a:ln', {}, [xml('a:noFill')]);
}
