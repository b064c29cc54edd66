/** Remote files, which are not fetched during a build. */
import { GoObject } from '../../gotemplate/values.ts';
import type { FunctionContext } from '../row.ts';

/** Reports, once per address, that a remote file was not fetched. */
export function reportNotFetched(name: string, address: string, context: FunctionContext): string {
  const message = `${name} "${address}" returns nothing, because remote files are not fetched during a build; save the file in assets/ or data/ and read it from there`;
  reportOnce(message, context);
  return message;
}

/** Reports a missing file, once per site. */
export function reportOnce(message: string, { host, cache }: FunctionContext): void {
  if (!cache.has(message)) host.report('warning', message);
  cache.set(message, true);
}

/** The result of `resources.GetRemote`: a failed response. Like Hugo's nil, it is false for `with`. */
export class MissingRemote extends GoObject {
  readonly typeName = 'resources.remoteResource';
  readonly #message: string;

  constructor(message: string) {
    super();
    this.#message = message;
  }

  /** Layouts read the error first: `{{ with resources.GetRemote … }}{{ with .Err }}`. */
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
