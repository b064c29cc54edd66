/** The path of a request. */
import type { IncomingMessage } from 'node:http';
import { decodeEscapes } from '../decode-escapes.ts';

/** The decoded path of a request relative to the base path of the server; `undefined` outside of it. */
export function readRequestPath({ url = '/' }: IncomingMessage, base: string): string | undefined {
  const { pathname } = new URL(url, 'http://host.invalid');
  if (!pathname.startsWith(base)) return undefined;
  return decodeEscapes(pathname.slice(base.length));
}
