/** The manual is part of our own site: every shortcode, command and flag stands in it. Options are written from tables. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../src/command/commands.ts';
import { flags } from '../src/command/flags.ts';
import { openSite } from './support/site.ts';
import { memoryFiles } from '../src/files.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const CONTENT = path.join(ROOT, 'content');
const manual = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(path.join(CONTENT, file), 'utf8'))
  .join('\n');
const isWord = (word: string): boolean =>
  new RegExp(`(?<![\\w-])${word.replaceAll('-', '\\-')}(?![\\w-])`).test(manual);

test('every shortcode', () => {
  const pipeline = openSite(
    memoryFiles({ 'content/_index.md': '+++\noutputs = ["Reveal"]\n+++\n{{< nothing-like-it >}}\n' }),
  );
  const [deck] = pipeline.decks().decks;
  const [found] = deck ? pipeline.render(deck).diagnostics : [];
  const names = /The shortcodes are (.*)\. A shortcode/.exec(found?.hint ?? '')?.[1]?.split(', ') ?? [];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !isWord(name))).toEqual([]);
});

test.each(Object.keys(commands))('the command %s', (name) => {
  expect(manual).toContain(`deckwright ${name}`);
});

test('every flag', () => {
  expect(Object.keys(flags).filter((name) => !manual.includes(`\`--${name}\``))).toEqual([]);
});
