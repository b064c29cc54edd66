// Pieces of text that mutations put into sites: fragments.txt, by the language that they are special in.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSite } from './site-files.mjs';

const lists = parseSite(readFileSync(path.join(import.meta.dirname, 'fragments.txt'), 'utf8'));
const { openers: ofOpeners, ...others } = lists;
const parse = (list) => list.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

/** One list for each language. */
export const fragments = Object.values(others).map(parse);

/** What opens something, without its end. */
export const openers = parse(ofOpeners);
