/** `{{< youtube ID >}}`: a video in an iframe. Source: Hugo's shortcode of that name. */
import type { Shortcode, ShortcodeCall } from '../types.ts';
import { isEnabled, missingParam, reportAt, getText } from './call.ts';
import { isTrueAt } from './find-value.ts';
import type { ShortcodeServices } from './services.ts';
import { writeVideoEmbed } from './video-embed.ts';

const PERMISSIONS =
  'accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share';

export function createYoutubeShortcode({ config, report }: ShortcodeServices): Shortcode {
  return {
    name: 'youtube',
    takesInner: false,
    render(call) {
      const id = getText(call, 'id', 0);
      if (!id) reportAt(call, report)(missingParam(call, 'the id of a video', 'w7Ft2ymGmfc'));
      if (!id || isTrueAt(config.raw, 'privacy.youtube.disable')) return { kind: 'html', html: '' };
      const host = isTrueAt(config.raw, 'privacy.youtube.privacyEnhanced')
        ? 'www.youtube-nocookie.com'
        : 'www.youtube.com';
      const isFull = isEnabled(call, 'allowFullScreen', true);
      const html = writeVideoEmbed({
        className: getText(call, 'class', 1),
        src: `https://${host}/embed/${encodeURIComponent(id)}?${createQuery(call, id)}`,
        allow: isFull ? `${PERMISSIONS}; fullscreen` : PERMISSIONS,
        loading: getText(call, 'loading') || 'eager',
        referrerpolicy: 'strict-origin-when-cross-origin',
        title: getText(call, 'title') || 'YouTube video',
      });
      return { kind: 'html', html };
    },
  };
}

/** Creates the query. Autoplay also mutes the video, because browsers only autoplay without sound. */
function createQuery(call: ShortcodeCall, id: string): string {
  const flag = (name: string, defaultValue: boolean): string =>
    isEnabled(call, name, defaultValue) ? '1' : '0';
  const seconds = (name: string): string => getText(call, name) || '0';
  const isLooped = isEnabled(call, 'loop', false);
  return new URLSearchParams({
    autoplay: flag('autoplay', false),
    controls: flag('controls', true),
    end: seconds('end'),
    loop: flag('loop', false),
    mute: flag('mute', isEnabled(call, 'autoplay', false)),
    ...(isLooped && { playlist: id }),
    start: seconds('start'),
  }).toString();
}
