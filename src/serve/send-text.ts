/** Sends pages and redirects. */
import type { ServerResponse } from 'node:http';

/** Sends a page, or the text or bytes of another type, which browsers don't store. */
export function send(
  response: ServerResponse,
  status: number,
  content: string | Uint8Array,
  type = 'text/html; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
}

/** Redirects to another address for now. */
export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}
