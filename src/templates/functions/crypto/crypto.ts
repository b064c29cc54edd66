/** `crypto.*` and `hash.*`. */
import { createHash, createHmac } from 'node:crypto';
import { TemplateFailure } from '../../gotemplate/values.ts';
import { toText } from '../values/conversions.ts';
import type { FunctionRow } from '../row.ts';
import { xxHash64 } from './xxhash.ts';

export const cryptoFunctions: readonly FunctionRow[] = [
  { name: 'crypto.FNV32a', args: [1, 1], run: ([value]) => fnv32a(toText(value)) },
  {
    name: 'hash.XxHash',
    aliases: ['xxhash'],
    args: [1, 1],
    run: ([value]) => xxHash64(Buffer.from(toText(value))),
  },
  { name: 'hash.FNV32a', args: [1, 1], run: ([value]) => fnv32a(toText(value)) },
  { name: 'crypto.HMAC', aliases: ['hmac'], args: [3, 4], run: makeHmac },
  {
    name: 'crypto.Hash',
    args: [1, 2],
    run: (values) => digest(values.length > 1 ? toText(values[0]) : 'sha256', values.at(-1)),
  },
  { name: 'crypto.MD5', aliases: ['md5'], args: [1, 1], run: ([value]) => digest('md5', value) },
  { name: 'crypto.SHA1', aliases: ['sha1'], args: [1, 1], run: ([value]) => digest('sha1', value) },
  { name: 'crypto.SHA256', aliases: ['sha256'], args: [1, 1], run: ([value]) => digest('sha256', value) },
];

const ALGORITHMS: readonly string[] = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'];

function checkAlgorithm(name: string): string {
  if (ALGORITHMS.includes(name)) return name;
  throw new TemplateFailure(
    `${name} is not a supported hash function`,
    `Use one of ${ALGORITHMS.join(', ')}.`,
  );
}

function digest(algorithm: string, value: unknown): string {
  return createHash(checkAlgorithm(algorithm)).update(toText(value)).digest('hex');
}

function makeHmac([algorithm, key, message, encoding]: readonly unknown[]): string {
  const form = encoding === undefined || encoding === null ? 'hex' : toText(encoding);
  if (form !== 'hex' && form !== 'binary')
    throw new TemplateFailure(`"${form}" is not a supported encoding method`);
  return createHmac(checkAlgorithm(toText(algorithm)), toText(key))
    .update(toText(message))
    .digest(form);
}

function fnv32a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
