/** `{{< youtube ID >}}`: a video in its frame. Source: Hugo's shortcode of that name. */
import type { Shortcode, ShortcodeCall } from '../types.ts';
import { isOn, missing, sayAt, textOf } from './call.ts';
import { isSet } from './lookup.ts';
import type { ShortcodeTools } from './tools.ts';
import { writeVideo } from './video.ts';

const POWERS =
  'accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share';

export function createYoutubeShortcode({ config, report }: ShortcodeTools): Shortcode {
  return {
    name: 'youtube',
    takesInner: false,
    render(call) {
      const id = textOf(call, 'id', 0);
      if (!id) sayAt(call, report)(missing(call, 'the id of a video', 'w7Ft2ymGmfc'));
      if (!id || isSet(config.raw, 'privacy.youtube.disable')) return { kind: 'html', html: '' };
      const host = isSet(config.raw, 'privacy.youtube.privacyEnhanced')
        ? 'www.youtube-nocookie.com'
        : 'www.youtube.com';
      const isFull = isOn(call, 'allowFullScreen', true);
      const html = writeVideo({
        className: textOf(call, 'class', 1),
        src: `https://${host}/embed/${encodeURIComponent(id)}?${queryOf(call, id)}`,
        allow: isFull ? `${POWERS}; fullscreen` : POWERS,
        loading: textOf(call, 'loading') || 'eager',
        referrerpolicy: 'strict-origin-when-cross-origin',
        title: textOf(call, 'title') || 'YouTube video',
      });
      return { kind: 'html', html };
    },
  };
}

/** Browsers play by themselves only what makes no sound. */
function queryOf(call: ShortcodeCall, id: string): string {
  const flag = (name: string, usual: boolean): string => (isOn(call, name, usual) ? '1' : '0');
  const seconds = (name: string): string => textOf(call, name) || '0';
  const isLooped = isOn(call, 'loop', false);
  return new URLSearchParams({
    autoplay: flag('autoplay', false),
    controls: flag('controls', true),
    end: seconds('end'),
    loop: flag('loop', false),
    mute: flag('mute', isOn(call, 'autoplay', false)),
    ...(isLooped && { playlist: id }),
    start: seconds('start'),
  }).toString();
}
