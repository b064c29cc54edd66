/** Writes lines: those around shapes, and those of cells. */
import type { Border } from './model.ts';
import { writeColor } from './colors.ts';
import type { WriteContext } from './text.ts';
import { xml } from './xml.ts';

/** The widest line of the standard, in EMU. */
const MAX_WIDTH = 20_116_800;

/** Writes a line as an element of this name. */
export function writeLine(name: string, { width, color, dash }: Border, context: WriteContext): string {
  const w = Math.min(MAX_WIDTH, context.units.emu(width));
  return xml(name, { w, cap: 'flat', cmpd: 'sng', algn: 'ctr' }, [
    xml('a:solidFill', {}, [writeColor(color, context.palette)]),
    xml('a:prstDash', { val: dash ?? 'solid' }),
  ]);
}
