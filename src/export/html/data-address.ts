/** Files as `data:` addresses. */
import { contentType } from '../../serve/send-file.ts';

/** The address that contains a file; its type is that of its name. */
export function dataAddress(file: string, bytes: Uint8Array): string {
  return `data:${contentType(file).replaceAll(' ', '')};base64,${Buffer.from(bytes).toString('base64')}`;
}
