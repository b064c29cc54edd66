/** The Content Security Policy that docs/publish.md recommends. */
import { readDocument } from './documents.ts';

/** Reads it. @throws {Error} when the page has none */
export function readPolicy(): string {
  const policy = /^Content-Security-Policy: (.+)$/m.exec(readDocument('docs/publish.md').text)?.[1];
  if (policy === undefined) throw new Error('docs/publish.md has no Content-Security-Policy');
  return policy;
}
