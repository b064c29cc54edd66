/** What lies in the network: nothing of it is fetched while a site is built. */
import { GoObject } from '../../gotemplate/values.ts';
import type { FunctionContext } from '../row.ts';

/** Says so, once for each address. */
export function reportNotFetched(name: string, address: string, context: FunctionContext): string {
  const message = `${name} "${address}" gives nothing, because nothing is fetched while a site is built; save the file in assets/ or data/ and read it from there`;
  reportOnce(message, context);
  return message;
}

/** Says something of a file that is not there, once a site. */
export function reportOnce(message: string, { host, cache }: FunctionContext): void {
  if (!cache.has(message)) host.report('warning', message);
  cache.set(message, true);
}

/** What `resources.GetRemote` gives: an answer that could not be had. It is nothing to `with`, as Hugo's nil is. */
export class MissingRemote extends GoObject {
  readonly typeName = 'resources.remoteResource';
  readonly #message: string;

  constructor(message: string) {
    super();
    this.#message = message;
  }

  /** Layouts ask for the mistake first: `{{ with resources.GetRemote … }}{{ with .Err }}`. */
  member(name: string): unknown {
    return name === 'Err' ? this.#message : null;
  }

  override toString(): string {
    return '';
  }

  override get isTrue(): boolean {
    return false;
  }
}
