/**
 * `{{< qr text="…" />}}`: a QR code, inlined as an SVG image where Hugo writes a file. Source: Hugo's shortcode of that
 * name.
 */
import { createQrCode, QR_MARGIN, QR_SCALE, type QrModules } from '../qr-code.ts';
import type { Shortcode, ShortcodeCall } from '../types.ts';
import { missingParam, reportAt, getText } from './call.ts';
import { openTag } from './element.ts';
import type { ReportFinding, ShortcodeServices } from './services.ts';

export function createQrShortcode({ report }: ShortcodeServices): Shortcode {
  return {
    name: 'qr',
    takesInner: true,
    render(call) {
      const reportFinding = reportAt(call, report);
      const text = getText(call, 'text', 0) || call.inner.text().trim();
      if (!text) reportFinding(missingParam(call, 'a text', 'text="https://example.org" /'));
      const modules = text ? createModules(text, call, reportFinding) : undefined;
      return { kind: 'html', html: modules ? writePicture(modules, call) : '' };
    },
  };
}

function createModules(
  text: string,
  call: ShortcodeCall,
  reportFinding: ReportFinding,
): QrModules | undefined {
  const level = getText(call, 'level') || 'medium';
  const modules = createQrCode(text, level);
  if (!modules) {
    reportFinding({
      code: 'qr-too-long',
      message: `this text is too long for a QR code with level "${level}"`,
      hint: 'Shorten it, or set level="low".',
    });
  }
  return modules;
}

function writePicture(modules: QrModules, call: ShortcodeCall): string {
  const size = modules.length + 2 * QR_MARGIN;
  const pixels = size * (Number(getText(call, 'scale')) || QR_SCALE);
  const read = (name: string): string => getText(call, name);
  return openTag('img', {
    src: `data:image/svg+xml,${encodeURIComponent(writeSvg(modules, size))}`,
    width: pixels,
    height: pixels,
    alt: read('alt') || 'QR code',
    class: read('class'),
    id: read('id'),
    title: read('title'),
    loading: read('loading'),
  });
}

/** Writes the SVG, with one stroke per run of dark modules, which halves its size. */
function writeSvg(modules: QrModules, size: number): string {
  const strokes = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return [`M${x + QR_MARGIN},${y + QR_MARGIN}h${(end < 0 ? row.length : end) - x}v1H${x + QR_MARGIN}z`];
    }),
  );
  const box = `viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"`;
  const background = `<path fill="#fff" d="M0,0h${size}v${size}H0z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${background}<path d="${strokes.join('')}"/></svg>`;
}
