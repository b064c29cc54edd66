/** The Content-Security-Policy that the documents recommend. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const POLICY_RE = /Content-Security-Policy: (default-src 'none';[^\n`]*)/;

/**
 * Reads it where it is written, in the README or in a page of docs/.
 * @throws when no document has it, or two have different ones
 */
export function recommendedPolicy(): string {
  const docs = path.join(ROOT, 'docs');
  const pages = existsSync(docs) ? readdirSync(docs).filter((name) => name.endsWith('.md')) : [];
  const files = ['README.md', ...pages.map((name) => path.join('docs', name))];
  const found = files.flatMap(
    (file) => POLICY_RE.exec(readFileSync(path.join(ROOT, file), 'utf8'))?.[1] ?? [],
  );
  const [policy, ...others] = new Set(found);
  if (policy === undefined || others.length > 0)
    throw new Error(`one policy should be in ${files.join(', ')}, not ${found.length}`);
  return policy.trim();
}
