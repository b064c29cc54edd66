/** Writes slides and their notes. */
import type { Media, Presentation, SlideModel } from './model.ts';
import { writeColor } from './colors.ts';
import { PATHS, shapeTree } from './masters.ts';
import { NAMESPACES, type Relationships } from './parts.ts';
import { type ShapeContext, writeShape } from './shapes.ts';
import { xml, xmlText } from './xml.ts';

/** The path of a slide by its place, from 0. */
export const slidePath = (index: number): string => `ppt/slides/slide${index + 1}.xml`;

/** The path of the notes of a slide. */
export const notesPath = (index: number): string => `ppt/notesSlides/notesSlide${index + 1}.xml`;

/** Writes a slide. */
export function writeSlide(slide: SlideModel, { size }: Presentation, context: ShapeContext): string {
  const { relationships } = context;
  relationships.to('slideLayout', PATHS.titleLayout);
  const hasTitle = slide.shapes.some((shape) => shape.kind === 'text' && shape.isTitle);
  const shapes = slide.shapes.map((shape, n) => writeShape(shape, n + FIRST_ID, context));
  const title = hasTitle ? [] : [writeHiddenTitle(slide.title, size, context)];
  return xml('p:sld', { ...NAMESPACES, show: slide.isHidden ? false : undefined }, [
    xml('p:cSld', {}, [writeBackground(slide.background, context), shapeTree([...title, ...shapes])]),
    xml('p:clrMapOvr', {}, [xml('a:masterClrMapping')]),
  ]);
}

/** The group around the shapes has the number 1, and a title that no shape shows 2. */
const FIRST_ID = 3;

function writeBackground(background: SlideModel['background'], context: ShapeContext): string | undefined {
  if (!background) return undefined;
  const fill = isMedia(background)
    ? xml('a:blipFill', { dpi: 0, rotWithShape: true }, [
        xml('a:blip', {
          'r:embed': context.relationships.to('image', context.parts.addMedia(background)),
        }),
        xml('a:srcRect'),
        xml('a:stretch', {}, [xml('a:fillRect')]),
      ])
    : xml('a:solidFill', {}, [writeColor(background, context.palette)]);
  return xml('p:bg', {}, [xml('p:bgPr', {}, [fill, xml('a:effectLst')])]);
}

const isMedia = (background: NonNullable<SlideModel['background']>): background is Media =>
  'bytes' in background;

/** A title above the slide: outlines and screen readers have it, and the slide does not show it. */
function writeHiddenTitle(title: string, size: Presentation['size'], context: ShapeContext): string {
  const { units, language } = context;
  const height = 50;
  return xml('p:sp', {}, [
    xml('p:nvSpPr', {}, [
      xml('p:cNvPr', { id: 2, name: 'Title 2' }),
      xml('p:cNvSpPr', {}, [xml('a:spLocks', { noGrp: true })]),
      xml('p:nvPr', {}, [xml('p:ph', { type: 'title' })]),
    ]),
    xml('p:spPr', {}, [
      xml('a:xfrm', {}, [
        xml('a:off', { x: 0, y: -units.emu(height * 1.5) }),
        xml('a:ext', { cx: units.emu(size.width), cy: units.emu(height) }),
      ]),
      xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')]),
    ]),
    xml('p:txBody', {}, [
      xml('a:bodyPr', { vert: 'horz', wrap: 'square', anchor: 'b' }, [xml('a:normAutofit')]),
      xml('a:lstStyle'),
      xml('a:p', {}, [
        xml('a:r', {}, [xml('a:rPr', { lang: language, sz: 1800 }), xml('a:t', {}, [xmlText(title)])]),
      ]),
    ]),
  ]);
}

/** Writes the notes of a slide. */
export function writeNotes(
  { notes }: SlideModel,
  { relationships, language, slide }: { relationships: Relationships; language: string; slide: string },
): string {
  relationships.to('notesMaster', PATHS.notesMaster);
  relationships.to('slide', slide);
  const paragraphs = notes
    .split('\n')
    .map((line) =>
      xml(
        'a:p',
        {},
        line === ''
          ? []
          : [xml('a:r', {}, [xml('a:rPr', { lang: language }), xml('a:t', {}, [xmlText(line)])])],
      ),
    );
  return xml('p:notes', NAMESPACES, [
    xml('p:cSld', {}, [
      shapeTree([
        writeNotesShape({
          id: 2,
          name: 'Slide',
          type: 'sldImg',
          locks: { noRot: true, noChangeAspect: true },
        }),
        writeNotesShape({ id: 3, name: 'Notes', type: 'body', index: 1, paragraphs }),
      ]),
    ]),
    xml('p:clrMapOvr', {}, [xml('a:masterClrMapping')]),
  ]);
}

interface NotesShape {
  readonly id: number;
  readonly name: string;
  readonly type: 'sldImg' | 'body';
  readonly index?: number;
  readonly locks?: Readonly<Record<string, boolean>>;
  readonly paragraphs?: readonly string[];
}

function writeNotesShape({ id, name, type, index, locks, paragraphs }: NotesShape): string {
  return xml('p:sp', {}, [
    xml('p:nvSpPr', {}, [
      xml('p:cNvPr', { id, name: `${name} ${id}` }),
      xml('p:cNvSpPr', {}, [xml('a:spLocks', { noGrp: true, ...locks })]),
      xml('p:nvPr', {}, [xml('p:ph', { type, idx: index })]),
    ]),
    xml('p:spPr'),
    paragraphs && xml('p:txBody', {}, [xml('a:bodyPr'), xml('a:lstStyle'), ...paragraphs]),
  ]);
}
