/** Writes text: paragraphs, runs, bullets and links. */
import type { Bullet, Link, Look, Paragraph, Run, TextRun } from './model.ts';
import { type Palette, writeColor, writeFill } from './colors.ts';
import type { Relationships } from './parts.ts';
import type { Units } from './units.ts';
import { xml, xmlText } from './xml.ts';

/** What shapes of a slide need to be written. */
export interface WriteContext {
  readonly units: Units;
  readonly palette: Palette;
  readonly look: Look;
  readonly language: string;
  readonly relationships: Relationships;
  /** The path of a slide by its place, from 0. */
  readonly slidePath: (index: number) => string | undefined;
}

/** Writes the paragraphs of a shape; a shape has at least one. */
export function writeParagraphs(paragraphs: readonly Paragraph[], context: WriteContext): string {
  if (paragraphs.length === 0) return xml('a:p');
  return paragraphs.map((paragraph) => writeParagraph(paragraph, context)).join('');
}

function writeParagraph(paragraph: Paragraph, context: WriteContext): string {
  const { align, rtl, level, indent, lineHeight, before, bullet } = paragraph;
  const { units } = context;
  const hang = bullet ? Math.min(indent, bullet.hang) : 0;
  const properties = xml(
    'a:pPr',
    {
      ...(rtl ? { marR: 0 } : {}),
      marL: limit(units.emu(indent), 0, MAX_MARGIN),
      lvl: level > 0 ? Math.min(level, 8) : undefined,
      indent: -limit(units.emu(hang), 0, MAX_MARGIN),
      algn: align,
      rtl: rtl ? true : undefined,
    },
    [
      lineHeight === undefined
        ? undefined
        : xml('a:lnSpc', {}, [xml('a:spcPts', { val: limit(units.points(lineHeight), 0, MAX_SPACE) })]),
      xml('a:spcBef', {}, [xml('a:spcPts', { val: limit(units.points(before), 0, MAX_SPACE) })]),
      xml('a:spcAft', {}, [xml('a:spcPts', { val: 0 })]),
      ...(bullet ? writeBullet(bullet, context) : [xml('a:buNone')]),
    ],
  );
  return xml('a:p', {}, [properties, ...paragraph.runs.map((run) => writeRun(run, context))]);
}

/** Limits of the standard: for margins in EMU, for spaces and sizes in hundredths of a point. */
const MAX_MARGIN = 51_206_400;
const MAX_SPACE = 158_400;
const MIN_SIZE = 100;
const MAX_SIZE = 400_000;

const limit = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

function writeBullet(bullet: Bullet, { palette }: WriteContext): readonly string[] {
  const color = bullet.color ? [xml('a:buClr', {}, [writeColor(bullet.color, palette)])] : [];
  const mark =
    bullet.kind === 'char'
      ? xml('a:buChar', { char: bullet.char })
      : xml('a:buAutoNum', { type: bullet.scheme, startAt: bullet.start > 1 ? bullet.start : undefined });
  return [...color, xml('a:buFont', { typeface: 'Arial' }), mark];
}

function writeRun(run: Run, context: WriteContext): string {
  if (run.kind === 'break')
    return xml('a:br', {}, [xml('a:rPr', { sz: sizeOf(run.size, context), lang: context.language })]);
  return xml('a:r', {}, [writeProperties(run, context), xml('a:t', {}, [xmlText(run.text)])]);
}

const sizeOf = (pixels: number, { units }: WriteContext): number =>
  limit(units.points(pixels), MIN_SIZE, MAX_SIZE);

function writeProperties(run: TextRun, context: WriteContext): string {
  const { units, palette, look, language } = context;
  const typeface = themeFont(run.font, look);
  return xml(
    'a:rPr',
    {
      lang: run.language ?? language,
      sz: sizeOf(run.size, context),
      b: run.bold ?? false,
      i: run.italic ?? false,
      u: run.underline ? 'sng' : 'none',
      strike: run.strike ? 'sngStrike' : undefined,
      cap: run.caps,
      spc: run.spacing ? limit(units.points(run.spacing), -MAX_SIZE, MAX_SIZE) : undefined,
      baseline: run.baseline ? Math.round(run.baseline * 100_000) : undefined,
      dirty: false,
    },
    [
      writeFill(run.color, palette),
      run.highlight ? xml('a:highlight', {}, [writeColor(run.highlight, palette)]) : undefined,
      xml('a:latin', { typeface: typeface.latin }),
      xml('a:ea', { typeface: typeface.ea }),
      xml('a:cs', { typeface: typeface.cs }),
      run.link ? writeLink(run.link, context, run.color.hex) : undefined,
    ],
  );
}

/** Fonts of the theme have names, so that text follows a change of the theme. */
function themeFont(font: string, { headingFont, textFont }: Look) {
  if (font === textFont) return { latin: '+mn-lt', ea: '+mn-ea', cs: '+mn-cs' };
  if (font === headingFont) return { latin: '+mj-lt', ea: '+mj-ea', cs: '+mj-cs' };
  return { latin: font, ea: font, cs: font };
}

const LINK_COLOR_URI = '{A12FA001-AC4F-418D-AE19-62706E023703}';
const LINK_COLOR_NAMESPACE = 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor';

/**
 * Writes what a click does; nothing for a slide that is not in the file.
 * @param hex the colour of the text: links have that of the theme unless they ask for their own
 */
export function writeLink(link: Link, context: WriteContext, hex?: string): string | undefined {
  const { relationships, slidePath, palette } = context;
  const ownColor =
    hex === undefined || hex === palette.slots.hlink
      ? []
      : [
          xml('a:extLst', {}, [
            xml('a:ext', { uri: LINK_COLOR_URI }, [
              xml('ahyp:hlinkClr', { 'xmlns:ahyp': LINK_COLOR_NAMESPACE, val: 'tx' }),
            ]),
          ]),
        ];
  if (link.kind === 'url') return xml('a:hlinkClick', { 'r:id': relationships.toUrl(link.url) }, ownColor);
  if (link.kind === 'jump')
    return xml('a:hlinkClick', { 'r:id': '', action: `ppaction://hlinkshowjump?jump=${link.to}` }, ownColor);
  const path = slidePath(link.index);
  if (path === undefined) return undefined;
  const id = relationships.to('slide', path);
  return xml('a:hlinkClick', { 'r:id': id, action: 'ppaction://hlinksldjump' }, ownColor);
}
