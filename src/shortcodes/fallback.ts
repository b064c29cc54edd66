/** A shortcode of a theme that is not there: a place without words, which is named for those who can't see it. */
import type { Shortcode } from '../types.ts';
import { writeElement } from './element.ts';

/** What stands between its tags, if it has two, stays in the text. */
export function createFallbackShortcode(name: string): Shortcode {
  return {
    name,
    takesInner: false,
    render: () => ({ kind: 'html', html: writeElement('i', { role: 'img', 'aria-label': name }, '') }),
  };
}
