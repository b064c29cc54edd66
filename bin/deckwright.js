#!/usr/bin/env node
// The command. In a checkout of deckwright itself, it is compiled first if the sources are newer than dist/.
import { existsSync, readdirSync, statSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const compiled = path.join(root, 'dist', 'cli.js');

/** Returns the time of the last change of files and folders. */
function newest(files) {
  return Math.max(
    ...files.map((file) => {
      const found = statSync(file);
      if (!found.isDirectory()) return found.mtimeMs;
      return newest(readdirSync(file).map((name) => path.join(file, name)));
    }),
  );
}

// The installed package has no src/cli.ts.
if (existsSync(path.join(root, 'src', 'cli.ts'))) {
  const sources = ['src', 'package.json', 'vite.config.ts'].map((name) => path.join(root, name));
  if (!existsSync(compiled) || newest(sources) > statSync(compiled).mtimeMs) {
    const { build } = await import('vite');
    await build({ root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'error' });
  }
}

// Compiled code is cached for the next run: from Node 22 on by Node.
if (module.enableCompileCache) module.enableCompileCache();
else (await import('../dist/compile-cache.js')).enableCompileCache();

await import('../dist/cli.js');
