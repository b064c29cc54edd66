/** Packs deckwright once for all specs of the package, while those that need no tarball run already. */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which `deckwright.tgz` or, where packing failed, `failed.txt` appears. */
    packed: string;
  }
}

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** What the package is not made of, or what is made anew. */
const LEFT_OUT = new Set([
  '.git',
  'content',
  'deck-parts',
  'dist',
  'node_modules',
  'public',
  'static',
  'tests',
]);

export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-packed-'));
  const packing = pack(folder).catch((error: unknown) =>
    writeFileSync(path.join(folder, 'failed.txt'), String(error)),
  );
  project.provide('packed', folder);
  return async () => {
    await packing;
    rmSync(folder, { recursive: true, force: true });
  };
}

async function pack(folder: string): Promise<void> {
  // Of a copy, because packing compiles into a folder that somebody may be using.
  const copy = path.join(folder, 'copy');
  for (const name of readdirSync(ROOT).filter((one) => !LEFT_OUT.has(one)))
    cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  const draft = path.join(folder, 'draft');
  mkdirSync(draft);
  await promisify(execFile)('npm', ['pack', '--silent', '--pack-destination', draft], {
    cwd: copy,
    shell: process.platform === 'win32',
  });
  const [tarball = ''] = readdirSync(draft).filter((name) => name.endsWith('.tgz'));
  renameSync(path.join(draft, tarball), path.join(folder, 'deckwright.tgz'));
}
