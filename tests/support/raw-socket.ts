/** WebSockets as no browser opens them, with headers and messages that a test chooses. */
import { connect } from 'node:net';

/** A socket, or the answer of a server that has refused it. */
export interface RawSocket {
  /** The status of the answer; 101 if the socket is open. */
  readonly status: number;
  /** Sends a message. */
  send(text: string): void;
  /** All bytes that the server has sent, as text. */
  received(): string;
  close(): void;
}

/** Opens a socket of Vite's protocol. */
export async function openSocket(
  url: string,
  { query = '', headers = {} }: { readonly query?: string; readonly headers?: Record<string, string> },
): Promise<RawSocket> {
  const { hostname, port, host, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (bytes) => (text += bytes.toString('utf8'))).on('error', () => {});
  const lines = Object.entries({
    host,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-protocol': 'vite-hmr',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${pathname}${query} HTTP/1.1\r\n${lines.join('')}\r\n`);
  await new Promise((resolve) => socket.once('data', resolve).once('close', resolve));
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0),
    send: (message) => void socket.write(frame(Buffer.from(message))),
    received: () => text,
    close: () => socket.destroy(),
  };
}

/** A text frame with an empty mask. */
function frame(message: Buffer): Buffer {
  const { length } = message;
  const size = Buffer.alloc(length < 126 ? 0 : length < 65_536 ? 2 : 8);
  if (size.length === 2) size.writeUInt16BE(length);
  else if (size.length === 8) size.writeBigUInt64BE(BigInt(length));
  const code = size.length === 0 ? length : size.length === 2 ? 126 : 127;
  return Buffer.concat([Buffer.from([0x81, 0x80 | code]), size, Buffer.alloc(4), message]);
}
