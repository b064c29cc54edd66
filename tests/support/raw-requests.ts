/** Requests as no browser writes them: paths go out as they are, and headers say what a test wants them to say. */
import { type IncomingHttpHeaders, request as ask } from 'node:http';
import { decodeHTML } from 'entities';
import type { RunningServer } from '../../src/index.ts';

export type SentHeaders = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a page of ours says of itself. */
export const asPage: SentHeaders = { 'sec-fetch-site': 'same-origin' };

export const isRefused = ({ status }: Answer): boolean => status >= 400 && status < 500;

/** Asks a server for a path. */
export function get(
  { url }: Pick<RunningServer, 'url'>,
  raw: string,
  { method = 'GET', headers = {} }: { readonly method?: string; readonly headers?: SentHeaders } = {},
): Promise<Answer> {
  const { hostname: host, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = ask({ host, port, path: raw, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on('error', reject).end();
  });
}

/** All modules and stylesheets that a page asks for, with what they ask for. */
export async function modulesOf(
  server: RunningServer,
  address: string,
): Promise<ReadonlyMap<string, Answer>> {
  const { body } = await get(server, address);
  const asked = body.matchAll(/<(?:script|link)[^>]*(?:src|href)="(\/[^"]+)"/g);
  return follow(
    server,
    [...asked].map(([, url]) => decodeHTML(url!)),
  );
}

const ASKED_RE = /(?:\bfrom\s*|\bimport\s*\(?\s*|url\()["']?(\/[^"')\s]+)["')]/g;

/** These modules and stylesheets, with what they ask for. */
export async function follow(
  server: RunningServer,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  const found = new Map<string, Answer>();
  const waiting = [...addresses];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (found.has(url)) continue;
    const dest = url.includes('.css') ? 'style' : 'script';
    const headers = { ...asPage, 'sec-fetch-dest': dest, accept: 'text/css,*/*' };
    const answer = await get(server, url, { headers });
    found.set(url, answer);
    const isText = !/\.(?:woff2?|map)\b/.test(url);
    if (isText) waiting.push(...[...answer.body.matchAll(ASKED_RE)].map(([, next]) => next!));
  }
  return found;
}

/** What of it was not sent. */
export const failedOf = (answers: ReadonlyMap<string, Answer>): readonly string[] =>
  [...answers].filter(([, { status }]) => status !== 200).map(([url]) => url);
