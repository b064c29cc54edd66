/** Makes a server listen on a port, or on the next free one. */
import { createServer, type Server } from 'node:net';

/** Where to listen. */
interface Listening {
  readonly host: string;
  /** The first port to try; 0 for any. */
  readonly port: number;
}

const LAST_PORT = 65_535;

/** The addresses on which another program may have a port, although it is free on the host. */
const EVERY_ADDRESS = ['0.0.0.0', '::'];

/**
 * Listens on a port, or on the next one that no program has.
 * @throws {Error} when there is no free port, or when the host is not an address of this machine
 */
export async function listenOnFreePort(server: Server, { host, port }: Listening): Promise<void> {
  for (let next = port; next <= LAST_PORT; next++)
    if ((await isFreeEverywhere(next)) && (await listen(server, { host, port: next }))) return;
  throw new Error(`No available ports found between ${port} and ${LAST_PORT}`);
}

async function isFreeEverywhere(port: number): Promise<boolean> {
  if (port === 0) return true;
  for (const host of EVERY_ADDRESS) {
    const probe = createServer();
    // Where a machine has no such address, no program has the port there.
    const isFree = await listen(probe, { host, port }).catch(() => true);
    if (probe.listening) await new Promise((resolve) => probe.close(resolve));
    if (!isFree) return false;
  }
  return true;
}

/** Whether the server listens from now on; false when the port is in use. */
function listen(server: Server, { host, port }: Listening): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const finish = (error?: NodeJS.ErrnoException): void => {
      server.off('error', finish).off('listening', finish);
      if (error === undefined) resolve(true);
      else if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.on('error', finish).on('listening', finish).listen(port, host);
  });
}
