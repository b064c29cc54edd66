#!/usr/bin/env node
// `npm create deckwright my-talks` is `deckwright new site my-talks`, for who has not installed it yet.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const deckwright = path.dirname(createRequire(import.meta.url).resolve('deckwright/package.json'));
process.argv.splice(2, 0, 'new', 'site');
await import(pathToFileURL(path.join(deckwright, 'bin', 'deckwright.js')).href);
