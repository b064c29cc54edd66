/** Writes a presentation as a PowerPoint file. The same presentation has the same bytes. */
import type { Presentation } from './model.ts';
import { createPalette, type Palette } from './colors.ts';
import {
  MASTER_ID,
  NOTES_SIZE,
  PATHS,
  writeDefaultText,
  writeLayout,
  writeNotesMaster,
  writeSlideMaster,
} from './masters.ts';
import { createPackage, NAMESPACES, type PackageWriter, type Relationships } from './parts.ts';
import { notesPath, slidePath, writeNotes, writeSlide } from './slides.ts';
import { writeTheme } from './theme.ts';
import { createUnits, limitSide, type Units } from './units.ts';
import { xml, xmlText } from './xml.ts';

const OPENXML = 'application/vnd.openxmlformats-officedocument';
const PRESENTATION = `${OPENXML}.presentationml`;

/** What the parts of a presentation need to be written. */
interface Writing {
  readonly presentation: Presentation;
  readonly parts: PackageWriter;
  readonly units: Units;
  readonly palette: Palette;
  /** Whether a slide has notes. */
  readonly hasNotes: boolean;
}

/** Writes the bytes of a presentation. */
export function writePptx(presentation: Presentation): Uint8Array {
  const parts = createPackage();
  const writing: Writing = {
    presentation,
    parts,
    units: createUnits(presentation.size),
    palette: createPalette(presentation.look),
    hasNotes: presentation.slides.some(({ notes }) => notes !== ''),
  };
  parts.add('', '', (relationships) => {
    relationships.to('officeDocument', PATHS.presentation);
    relationships.to('core-properties', 'docProps/core.xml');
    relationships.to('extended-properties', 'docProps/app.xml');
    return '';
  });
  addProperties(writing);
  parts.add(PATHS.presentation, `${PRESENTATION}.presentation.main+xml`, (relationships) =>
    writePresentation(writing, relationships),
  );
  addMasters(writing);
  addSlides(writing);
  return parts.finish();
}

function addProperties({ parts, presentation }: Writing): void {
  const { title, author, description, language, date } = presentation;
  const written = date?.toISOString().replace(/\.\d+Z$/, 'Z');
  const time = (name: string): string | undefined =>
    written === undefined ? undefined : xml(name, { 'xsi:type': 'dcterms:W3CDTF' }, [written]);
  parts.add('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml', () =>
    xml('cp:coreProperties', CORE_NAMESPACES, [
      xml('dc:title', {}, [xmlText(title)]),
      description === '' ? undefined : xml('dc:subject', {}, [xmlText(description)]),
      author === '' ? undefined : xml('dc:creator', {}, [xmlText(author)]),
      language === '' ? undefined : xml('dc:language', {}, [xmlText(language)]),
      time('dcterms:created'),
      time('dcterms:modified'),
    ]),
  );
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  parts.add('docProps/app.xml', `${OPENXML}.extended-properties+xml`, () =>
    xml('Properties', { xmlns: namespace }, [
      xml('Application', {}, ['deckwright']),
      xml('Slides', {}, [String(presentation.slides.length)]),
      xml('HiddenSlides', {}, [String(presentation.slides.filter(({ isHidden }) => isHidden).length)]),
    ]),
  );
}

const CORE_NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

/** Numbers of slides begin here. */
const FIRST_SLIDE_ID = 256;

function writePresentation(writing: Writing, relationships: Relationships): string {
  const { presentation, units, hasNotes } = writing;
  const master = relationships.to('slideMaster', PATHS.slideMaster);
  const notesMaster = hasNotes ? relationships.to('notesMaster', PATHS.notesMaster) : undefined;
  const slides = presentation.slides.map((_, index) =>
    xml('p:sldId', { id: FIRST_SLIDE_ID + index, 'r:id': relationships.to('slide', slidePath(index)) }),
  );
  relationships.to('presProps', 'ppt/presProps.xml');
  relationships.to('viewProps', 'ppt/viewProps.xml');
  relationships.to('theme', PATHS.theme);
  relationships.to('tableStyles', 'ppt/tableStyles.xml');
  const { width, height } = presentation.size;
  return xml('p:presentation', { ...NAMESPACES, saveSubsetFonts: true, autoCompressPictures: false }, [
    xml('p:sldMasterIdLst', {}, [xml('p:sldMasterId', { id: MASTER_ID, 'r:id': master })]),
    notesMaster && xml('p:notesMasterIdLst', {}, [xml('p:notesMasterId', { 'r:id': notesMaster })]),
    slides.length > 0 ? xml('p:sldIdLst', {}, slides) : undefined,
    xml('p:sldSz', { cx: limitSide(units.emu(width)), cy: limitSide(units.emu(height)) }),
    xml('p:notesSz', NOTES_SIZE),
    writeDefaultText(),
  ]);
}

function addMasters({ presentation, parts, units, palette, hasNotes }: Writing): void {
  const { look } = presentation;
  parts.add(PATHS.slideMaster, `${PRESENTATION}.slideMaster+xml`, (relationships) =>
    writeSlideMaster(presentation, { units, palette, relationships }),
  );
  for (const [path, type] of [
    [PATHS.titleLayout, 'titleOnly'],
    [PATHS.blankLayout, 'blank'],
  ] as const)
    parts.add(path, `${PRESENTATION}.slideLayout+xml`, (relationships) => writeLayout(type, relationships));
  parts.add(PATHS.theme, `${OPENXML}.theme+xml`, () => writeTheme(look, palette));
  const empty = (path: string, name: string, type: string): void =>
    parts.add(path, `${PRESENTATION}.${type}+xml`, () => xml(name, NAMESPACES));
  empty('ppt/presProps.xml', 'p:presentationPr', 'presProps');
  empty('ppt/viewProps.xml', 'p:viewPr', 'viewProps');
  parts.add('ppt/tableStyles.xml', `${PRESENTATION}.tableStyles+xml`, () =>
    xml('a:tblStyleLst', {
      'xmlns:a': NAMESPACES['xmlns:a'],
      def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}',
    }),
  );
  if (!hasNotes) return;
  parts.add(PATHS.notesMaster, `${PRESENTATION}.notesMaster+xml`, (relationships) =>
    writeNotesMaster(presentation, relationships),
  );
  // A master of notes has a theme of its own, with black text on white paper.
  const paper = createPalette({
    ...look,
    background: { hex: 'FFFFFF', alpha: 1 },
    text: { hex: '000000', alpha: 1 },
  });
  parts.add(PATHS.notesTheme, `${OPENXML}.theme+xml`, () => writeTheme(look, paper));
}

function addSlides({ presentation, parts, units, palette }: Writing): void {
  const { slides, look } = presentation;
  const language = presentation.language || 'en-US';
  const findSlide = (index: number): string | undefined => (slides[index] ? slidePath(index) : undefined);
  for (const [index, slide] of slides.entries()) {
    const path = slidePath(index);
    parts.add(path, `${PRESENTATION}.slide+xml`, (relationships) => {
      const context = { units, palette, look, language, relationships, slidePath: findSlide, parts };
      const written = writeSlide(slide, presentation, context);
      if (slide.notes !== '') relationships.to('notesSlide', notesPath(index));
      return written;
    });
    if (slide.notes === '') continue;
    parts.add(notesPath(index), `${PRESENTATION}.notesSlide+xml`, (relationships) =>
      writeNotes(slide, { relationships, language, slide: path }),
    );
  }
}
