#!/usr/bin/env node
// `npm create deckwright my-talks` runs `deckwright new site my-talks` without installing deckwright first.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const deckwright = path.dirname(createRequire(import.meta.url).resolve('deckwright/package.json'));
process.argv.splice(2, 0, 'new', 'site');
await import(pathToFileURL(path.join(deckwright, 'bin', 'deckwright.js')).href);
