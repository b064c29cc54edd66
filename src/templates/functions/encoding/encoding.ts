/** `encoding.*`. */
import { SafeText, TemplateFailure } from '../../gotemplate/values.ts';
import { toMap, toText } from '../values/conversions.ts';
import { readField } from '../values/fields.ts';
import { formatJson } from './json.ts';
import type { FunctionRow } from '../row.ts';

export const encodingFunctions: readonly FunctionRow[] = [
  {
    name: 'encoding.Base64Decode',
    aliases: ['base64Decode'],
    args: [1, 1],
    run: ([text]) => decodeBase64(toText(text)),
  },
  {
    name: 'encoding.Base64Encode',
    aliases: ['base64Encode'],
    args: [1, 1],
    run: ([text]) => Buffer.from(toText(text)).toString('base64'),
  },
  { name: 'encoding.HexDecode', args: [1, 1], run: ([text]) => decodeHex(toText(text)) },
  { name: 'encoding.HexEncode', args: [1, 1], run: ([text]) => Buffer.from(toText(text)).toString('hex') },
  { name: 'encoding.Jsonify', aliases: ['jsonify'], args: [0, 2], run: jsonify },
];

const BASE64_RE = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

function decodeBase64(text: string): string {
  const plain = text.replace(/[\r\n]/g, '');
  if (!BASE64_RE.test(plain)) throw new TemplateFailure('illegal base64 data');
  return Buffer.from(plain, 'base64').toString();
}

function decodeHex(text: string): string {
  if (!/^(?:[\da-f]{2})*$/i.test(text)) throw new TemplateFailure('encoding/hex: invalid hexadecimal text');
  return Buffer.from(text, 'hex').toString();
}

/** `jsonify value`, `jsonify (dict "indent" "  ") value`. */
function jsonify(values: readonly unknown[]): unknown {
  if (values.length === 0) return '';
  const options = values.length > 1 ? toMap(values[0]) : {};
  const option = (name: string): string => toText(readField(options, name));
  const json = formatJson(values.at(-1), {
    prefix: option('prefix'),
    indent: option('indent'),
    escapesHtml: option('noHTMLEscape') !== 'true',
  });
  return new SafeText('html', json);
}
