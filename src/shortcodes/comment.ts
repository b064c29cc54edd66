/** `{{% comment %}} … {{% /comment %}}`: renders nothing. Source: Hugo's shortcode of that name. */
import type { Shortcode } from '../types.ts';

export function createCommentShortcode(): Shortcode {
  return {
    name: 'comment',
    takesInner: true,
    render: () => ({ kind: 'html', html: '' }),
  };
}
