/** `{{< vimeo ID >}}`: a video in an iframe. Source: Hugo's shortcode of that name. */
import type { Shortcode } from '../types.ts';
import { isEnabled, missingParam, reportAt, getText } from './call.ts';
import { isTrueAt } from './find-value.ts';
import type { ShortcodeServices } from './services.ts';
import { writeVideoEmbed } from './video-embed.ts';

export function createVimeoShortcode({ config, report }: ShortcodeServices): Shortcode {
  return {
    name: 'vimeo',
    takesInner: false,
    render(call) {
      const id = getText(call, 'id', 0);
      if (!id) reportAt(call, report)(missingParam(call, 'the id of a video', '146022717'));
      if (!id || isTrueAt(config.raw, 'privacy.vimeo.disable')) return { kind: 'html', html: '' };
      const query = isTrueAt(config.raw, 'privacy.vimeo.enableDNT') ? 'dnt=1' : 'dnt=0';
      const html = writeVideoEmbed({
        className: getText(call, 'class', 1),
        src: `https://player.vimeo.com/video/${encodeURIComponent(id)}?${query}`,
        allow: isEnabled(call, 'allowFullScreen', true) ? 'fullscreen' : '',
        loading: getText(call, 'loading'),
        title: getText(call, 'title', 2),
      });
      return { kind: 'html', html };
    },
  };
}
