/** Writes the masters of slides and notes, and the layouts: what slides of the deck have in common. */
import type { Presentation } from './model.ts';
import { type Palette, writeColor } from './colors.ts';
import { NAMESPACES, type Relationships } from './parts.ts';
import { limitSide, type Units } from './units.ts';
import { xml } from './xml.ts';

/** The paths of the parts that all slides share. */
export const PATHS = {
  presentation: 'ppt/presentation.xml',
  slideMaster: 'ppt/slideMasters/slideMaster1.xml',
  titleLayout: 'ppt/slideLayouts/slideLayout1.xml',
  blankLayout: 'ppt/slideLayouts/slideLayout2.xml',
  theme: 'ppt/theme/theme1.xml',
  notesMaster: 'ppt/notesMasters/notesMaster1.xml',
  notesTheme: 'ppt/theme/theme2.xml',
} as const;

/** The first number of masters and layouts: they share one sequence. */
export const MASTER_ID = 2_147_483_648;

/** Names of colours on slides; a dark deck has its dark colour as background. */
function colorMap({ isDark }: Pick<Palette, 'isDark'>): string {
  const [bg1, tx1, bg2, tx2] = isDark ? ['dk1', 'lt1', 'dk2', 'lt2'] : ['lt1', 'dk1', 'lt2', 'dk2'];
  const same = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];
  return xml('p:clrMap', { bg1, tx1, bg2, tx2, ...Object.fromEntries(same.map((name) => [name, name])) });
}

/** The group around all shapes of a slide. */
export const shapeTree = (shapes: readonly string[]): string =>
  xml('p:spTree', {}, [
    xml('p:nvGrpSpPr', {}, [xml('p:cNvPr', { id: 1, name: '' }), xml('p:cNvGrpSpPr'), xml('p:nvPr')]),
    xml('p:grpSpPr', {}, [
      xml('a:xfrm', {}, [
        xml('a:off', { x: 0, y: 0 }),
        xml('a:ext', { cx: 0, cy: 0 }),
        xml('a:chOff', { x: 0, y: 0 }),
        xml('a:chExt', { cx: 0, cy: 0 }),
      ]),
    ]),
    ...shapes,
  ]);

/** A placeholder of a master or layout. */
export interface Placeholder {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly index?: number;
  readonly text?: string;
  /** In EMU; that of the master without it. */
  readonly place?: readonly [x: number, y: number, cx: number, cy: number];
}

/** Writes a placeholder. */
export function writePlaceholder({ id, name, type, index, text, place }: Placeholder): string {
  const [x, y, cx, cy] = place ?? [];
  const isImage = type === 'sldImg';
  return xml('p:sp', {}, [
    xml('p:nvSpPr', {}, [
      xml('p:cNvPr', { id, name }),
      xml('p:cNvSpPr', {}, [
        xml('a:spLocks', { noGrp: true, ...(isImage && { noRot: true, noChangeAspect: true }) }),
      ]),
      xml('p:nvPr', {}, [xml('p:ph', { type, idx: index })]),
    ]),
    xml(
      'p:spPr',
      {},
      place
        ? [
            xml('a:xfrm', {}, [xml('a:off', { x, y }), xml('a:ext', { cx, cy })]),
            xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')]),
          ]
        : [],
    ),
    isImage
      ? undefined
      : xml('p:txBody', {}, [
          xml('a:bodyPr'),
          xml('a:lstStyle'),
          xml(
            'a:p',
            {},
            text === undefined
              ? []
              : [xml('a:r', {}, [xml('a:rPr', { lang: 'en-US' }), xml('a:t', {}, [text])])],
          ),
        ]),
  ]);
}

/** Where a title is, as a share of the slide, if a slide does not say it. */
const TITLE = [0.05, 0.05, 0.9, 0.15] as const;
const BODY = [0.05, 0.25, 0.9, 0.65] as const;

function placeOf(
  [left, top, width, height]: readonly [number, number, number, number],
  { size }: Presentation,
  units: Units,
): readonly [number, number, number, number] {
  const [cx, cy] = [limitSide(units.emu(size.width)), limitSide(units.emu(size.height))];
  return [Math.round(left * cx), Math.round(top * cy), Math.round(width * cx), Math.round(height * cy)];
}

/** Writes the master of slides. */
export function writeSlideMaster(
  presentation: Presentation,
  { units, palette, relationships }: { units: Units; palette: Palette; relationships: Relationships },
): string {
  const layouts = [PATHS.titleLayout, PATHS.blankLayout].map((path, n) =>
    xml('p:sldLayoutId', { id: MASTER_ID + 1 + n, 'r:id': relationships.to('slideLayout', path) }),
  );
  relationships.to('theme', PATHS.theme);
  const { background } = presentation.look;
  return xml('p:sldMaster', NAMESPACES, [
    xml('p:cSld', {}, [
      xml('p:bg', {}, [
        xml('p:bgPr', {}, [xml('a:solidFill', {}, [writeColor(background, palette)]), xml('a:effectLst')]),
      ]),
      shapeTree([
        writePlaceholder({
          id: 2,
          name: 'Title',
          type: 'title',
          text: 'Title',
          place: placeOf(TITLE, presentation, units),
        }),
        writePlaceholder({
          id: 3,
          name: 'Text',
          type: 'body',
          index: 1,
          text: 'Text',
          place: placeOf(BODY, presentation, units),
        }),
      ]),
    ]),
    colorMap(palette),
    xml('p:sldLayoutIdLst', {}, layouts),
    xml('p:txStyles', {}, [
      xml('p:titleStyle', {}, [
        writeLevel(1, { size: 4400, font: 'mj', color: palette.isDark ? 'bg2' : 'tx2' }),
      ]),
      xml('p:bodyStyle', {}, levels(2800)),
      xml('p:otherStyle', {}, levels(1800)),
    ]),
  ]);
}

interface LevelStyle {
  readonly size: number;
  readonly font: 'mj' | 'mn';
  readonly color: string;
}

const levels = (size: number): readonly string[] =>
  Array.from({ length: 9 }, (_, n) => writeLevel(n + 1, { size, font: 'mn', color: 'tx1' }));

/** Writes the style of a level of text. */
function writeLevel(level: number, { size, font, color }: LevelStyle): string {
  return xml(`a:lvl${level}pPr`, { marL: (level - 1) * 342_900, algn: 'l', rtl: false }, [
    xml('a:buNone'),
    xml('a:defRPr', { sz: size, kern: 1200 }, [
      xml('a:solidFill', {}, [xml('a:schemeClr', { val: color })]),
      xml('a:latin', { typeface: `+${font}-lt` }),
      xml('a:ea', { typeface: `+${font}-ea` }),
      xml('a:cs', { typeface: `+${font}-cs` }),
    ]),
  ]);
}

/** Writes the default style of text in a presentation. */
export const writeDefaultText = (): string => xml('p:defaultTextStyle', {}, levels(1800));

/** Writes a layout: one with a title, and one without. */
export function writeLayout(type: 'titleOnly' | 'blank', relationships: Relationships): string {
  relationships.to('slideMaster', PATHS.slideMaster);
  const title = writePlaceholder({ id: 2, name: 'Title', type: 'title', text: 'Title' });
  return xml('p:sldLayout', { ...NAMESPACES, type, preserve: true }, [
    xml('p:cSld', { name: type === 'blank' ? 'Blank' : 'Title only' }, [
      shapeTree(type === 'blank' ? [] : [title]),
    ]),
    xml('p:clrMapOvr', {}, [xml('a:masterClrMapping')]),
  ]);
}

/** The size of a page of notes, in EMU: 7.5 by 10 inches. */
export const NOTES_SIZE = { cx: 6_858_000, cy: 9_144_000 } as const;

/** The area in which a page of notes shows its slide: x, y, width, height. */
const NOTES_IMAGE = [685_800, 685_800, 5_486_400, 3_429_000] as const;
const NOTES_TEXT = [685_800, 4_343_400, 5_486_400, 4_114_800] as const;

/** Writes the master of notes: without it, some programs refuse notes. */
export function writeNotesMaster({ size }: Presentation, relationships: Relationships): string {
  relationships.to('theme', PATHS.notesTheme);
  const [x, y, cx, cy] = NOTES_IMAGE;
  const scale = Math.min(cx / size.width, cy / size.height);
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  const place = [x + Math.round((cx - width) / 2), y + Math.round((cy - height) / 2), width, height] as const;
  return xml('p:notesMaster', NAMESPACES, [
    xml('p:cSld', {}, [
      xml('p:bg', {}, [xml('p:bgRef', { idx: 1001 }, [xml('a:schemeClr', { val: 'bg1' })])]),
      shapeTree([
        writePlaceholder({ id: 2, name: 'Slide', type: 'sldImg', index: 2, place }),
        writePlaceholder({ id: 3, name: 'Notes', type: 'body', index: 3, text: 'Notes', place: NOTES_TEXT }),
      ]),
    ]),
    colorMap({ isDark: false }),
    xml('p:notesStyle', {}, levels(1200)),
  ]);
}
