/** Addresses that a server listens on. */
import { isIPv6 } from 'node:net';

const EVERY_ADDRESS = new Set(['0.0.0.0', '::', '0:0:0:0:0:0:0:0']);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** Whether a host is the wildcard address, which means all addresses of the machine. */
export function isEveryAddress(host: string | undefined): boolean {
  return host !== undefined && EVERY_ADDRESS.has(host);
}

/** The host in the URL of a site, for a browser on this machine. */
export function urlHost(host = 'localhost'): string {
  if (isEveryAddress(host) || LOOPBACK.has(host)) return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}

/** Whether a server that listens on a host, the value of Vite's setting, can be reached by other machines. */
export function isBeyondLoopback(host: string | boolean | undefined): boolean {
  if (typeof host !== 'string') return host === true;
  return !LOOPBACK.has(host) && !/^127\.\d+\.\d+\.\d+$/.test(host);
}
