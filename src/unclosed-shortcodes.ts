/** The shortcodes of the reveal-hugo theme that need no closing tag. */

/** Where a shortcode without a closing tag ends: with its slide, or with its file. */
type End = 'slide' | 'file';

const ENDS: ReadonlyMap<string, End> = new Map([
  ['fragment', 'slide'],
  ['note', 'slide'],
  ['section', 'file'],
  ['source', 'slide'],
]);

/** Where a shortcode with this name ends if it is never closed; `undefined` if its closing tag may not be left out. */
export const endOfUnclosed = (name: string): End | undefined => ENDS.get(name);
