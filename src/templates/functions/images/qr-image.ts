/** `images.QR`: a QR code as a PNG file, like Hugo's. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { createQrCode, QR_LEVELS, QR_MARGIN, QR_SCALE, type QrModules } from '../../../qr-code.ts';
import { isMap, TemplateFailure } from '../../gotemplate/values.ts';
import { toText } from '../values/conversions.ts';
import { readField } from '../values/fields.ts';
import { cleanPath } from '../path.ts';
import { GoResource } from '../resources/resource.ts';
import type { FunctionContext } from '../row.ts';

/** `images.QR TEXT (dict "level" "medium" "scale" 4 "targetDir" "codes")`. */
export function createQrImage([value, options]: readonly unknown[], { host }: FunctionContext): GoResource {
  const text = toText(value);
  if (text === '') throw new TemplateFailure('cannot encode an empty string');
  const read = (name: string, other: string | number): string =>
    toText((isMap(options) ? readField(options, name) : null) ?? other);
  const level = read('level', 'medium');
  if (!Object.hasOwn(QR_LEVELS, level)) {
    throw new TemplateFailure('error correction level must be one of low, medium, quartile, or high');
  }
  const scale = Number(read('scale', QR_SCALE));
  if (!Number.isInteger(scale) || scale < 2) {
    throw new TemplateFailure('scale must be an integer greater than or equal to 2');
  }
  const modules = createQrCode(text, level);
  if (!modules) {
    throw new TemplateFailure('text too long to encode as QR', 'Shorten it, or set "level" to "low".');
  }
  const hash = createHash('sha256').update(`${level} ${scale} ${text}`).digest('hex').slice(0, 16);
  const name = cleanPath(`/${read('targetDir', '')}/qr_${hash}.png`);
  return new GoResource(host.createAsset(name.slice(1), drawPng(modules, scale)), host, { name });
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Draws a PNG with one bit per pixel: 0 is black. */
function drawPng(modules: QrModules, scale: number): Uint8Array {
  const size = (modules.length + 2 * QR_MARGIN) * scale;
  const isDark = (row: number, column: number): boolean =>
    modules[Math.floor(row / scale) - QR_MARGIN]?.[Math.floor(column / scale) - QR_MARGIN] ?? false;
  const rows = Array.from({ length: size }, (_, row) => {
    // The first byte of a row is its filter: none.
    const bytes = new Uint8Array(1 + Math.ceil(size / 8));
    for (let column = 0; column < size; column++) {
      const at = 1 + (column >> 3);
      if (!isDark(row, column)) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (column & 7));
    }
    return bytes;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Bit depth; the zeros after it mean greyscale, deflate, no filter and not interlaced.
  header[8] = 1;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
