/** Addresses that a server listens on. */
import { isIP, isIPv6 } from 'node:net';
import os from 'node:os';

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

/** The hosts at which other machines reach a server that listens on a host, as in URLs. */
export function networkHosts(host = 'localhost'): readonly string[] {
  if (LOOPBACK.has(host)) return [];
  if (!isEveryAddress(host)) return [urlHost(host)];
  return Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1')
    .map(({ address }) => address);
}

/**
 * Whether a `Host` header is one that every server allows: an address, or a name of this machine alone. Pages of other
 * sites can't make a browser send one of them, as they can with a name of their own.
 */
export function isSafeHost(header = 'localhost'): boolean {
  const [, address, name = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(header) ?? [];
  if (address !== undefined) return isIPv6(address);
  return isIP(name) > 0 || name === 'localhost' || name.endsWith('.localhost');
}
