/** The fallback for shortcodes of a theme that is not installed: an empty element with a label for screen readers. */
import type { Shortcode } from '../types.ts';
import { writeElement } from './element.ts';

/** Creates the fallback of a shortcode. Text between two tags stays in the page. */
export function createFallbackShortcode(name: string): Shortcode {
  return {
    name,
    takesInner: false,
    render: () => ({ kind: 'html', html: writeElement('i', { role: 'img', 'aria-label': name }, '') }),
  };
}
