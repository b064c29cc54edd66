/** Writes the theme: colours, fonts, and the formats that the standard asks for. */
import type { Look } from './model.ts';
import { type Palette, SLOTS } from './colors.ts';
import { xml } from './xml.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** Writes a theme. */
export function writeTheme({ headingFont, textFont }: Look, { slots }: Palette): string {
  const colors = SLOTS.map((slot) => xml(`a:${slot}`, {}, [xml('a:srgbClr', { val: slots[slot] })]));
  return xml('a:theme', { 'xmlns:a': NAMESPACE, name: 'deckwright' }, [
    xml('a:themeElements', {}, [
      xml('a:clrScheme', { name: 'deckwright' }, colors),
      xml('a:fontScheme', { name: 'deckwright' }, [
        writeFonts('a:majorFont', headingFont),
        writeFonts('a:minorFont', textFont),
      ]),
      writeFormats(),
    ]),
  ]);
}

const writeFonts = (name: string, typeface: string): string =>
  xml(name, {}, [xml('a:latin', { typeface }), xml('a:ea', { typeface: '' }), xml('a:cs', { typeface: '' })]);

/** Three of each kind are required. */
function writeFormats(): string {
  const fill = xml('a:solidFill', {}, [xml('a:schemeClr', { val: 'phClr' })]);
  const line = (w: number): string =>
    xml('a:ln', { w, cap: 'flat', cmpd: 'sng', algn: 'ctr' }, [fill, xml('a:prstDash', { val: 'solid' })]);
  const effect = xml('a:effectStyle', {}, [xml('a:effectLst')]);
  return xml('a:fmtScheme', { name: 'deckwright' }, [
    xml('a:fillStyleLst', {}, [fill, fill, fill]),
    xml('a:lnStyleLst', {}, [line(6350), line(12_700), line(19_050)]),
    xml('a:effectStyleLst', {}, [effect, effect, effect]),
    xml('a:bgFillStyleLst', {}, [fill, fill, fill]),
  ]);
}
