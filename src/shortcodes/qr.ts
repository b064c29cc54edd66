/** `{{< qr text="…" />}}`: a QR code, as a picture in the page where Hugo writes a file. Source: Hugo's shortcode of that name. */
import { makeQrCode, QR_MARGIN, QR_SCALE, type QrModules } from '../qr-code.ts';
import type { Shortcode, ShortcodeCall } from '../types.ts';
import { missing, sayAt, textOf } from './call.ts';
import { openTag } from './element.ts';
import type { Say, ShortcodeTools } from './tools.ts';

export function createQrShortcode({ report }: ShortcodeTools): Shortcode {
  return {
    name: 'qr',
    takesInner: true,
    render(call) {
      const say = sayAt(call, report);
      const text = textOf(call, 'text', 0) || call.inner.text().trim();
      if (!text) say(missing(call, 'a text', 'text="https://example.org" /'));
      const modules = text ? modulesOf(text, call, say) : undefined;
      return { kind: 'html', html: modules ? pictureOf(modules, call) : '' };
    },
  };
}

function modulesOf(text: string, call: ShortcodeCall, say: Say): QrModules | undefined {
  const level = textOf(call, 'level') || 'medium';
  const modules = makeQrCode(text, level);
  if (!modules) {
    say({
      code: 'qr-too-long',
      message: `this text is too long for a QR code of the level "${level}"`,
      hint: 'Shorten it, or write level="low".',
    });
  }
  return modules;
}

function pictureOf(modules: QrModules, call: ShortcodeCall): string {
  const size = modules.length + 2 * QR_MARGIN;
  const pixels = size * (Number(textOf(call, 'scale')) || QR_SCALE);
  const read = (name: string): string => textOf(call, name);
  return openTag('img', {
    src: `data:image/svg+xml,${encodeURIComponent(drawing(modules, size))}`,
    width: pixels,
    height: pixels,
    alt: read('alt') || 'QR code',
    class: read('class'),
    id: read('id'),
    title: read('title'),
    loading: read('loading'),
  });
}

/** Neighbours in a row are one stroke: a code is half as long so. */
function drawing(modules: QrModules, size: number): string {
  const strokes = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return [`M${x + QR_MARGIN},${y + QR_MARGIN}h${(end < 0 ? row.length : end) - x}v1H${x + QR_MARGIN}z`];
    }),
  );
  const box = `viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"`;
  const paper = `<path fill="#fff" d="M0,0h${size}v${size}H0z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${paper}<path d="${strokes.join('')}"/></svg>`;
}
