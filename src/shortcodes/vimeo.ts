/** `{{< vimeo ID >}}`: a video in its frame. Source: Hugo's shortcode of that name. */
import type { Shortcode } from '../types.ts';
import { isOn, missing, sayAt, textOf } from './call.ts';
import { isSet } from './lookup.ts';
import type { ShortcodeTools } from './tools.ts';
import { writeVideo } from './video.ts';

export function createVimeoShortcode({ config, report }: ShortcodeTools): Shortcode {
  return {
    name: 'vimeo',
    takesInner: false,
    render(call) {
      const id = textOf(call, 'id', 0);
      if (!id) sayAt(call, report)(missing(call, 'the id of a video', '146022717'));
      if (!id || isSet(config.raw, 'privacy.vimeo.disable')) return { kind: 'html', html: '' };
      const query = isSet(config.raw, 'privacy.vimeo.enableDNT') ? 'dnt=1' : 'dnt=0';
      const html = writeVideo({
        className: textOf(call, 'class', 1),
        src: `https://player.vimeo.com/video/${encodeURIComponent(id)}?${query}`,
        allow: isOn(call, 'allowFullScreen', true) ? 'fullscreen' : '',
        loading: textOf(call, 'loading'),
        title: textOf(call, 'title', 2),
      });
      return { kind: 'html', html };
    },
  };
}
