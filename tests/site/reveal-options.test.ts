/** The rows of options against reveal.js itself: a new version of it is a failure here, and then a row. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { appearanceOptions } from '../../src/site/options/appearance.ts';
import { navigationOptions } from '../../src/site/options/navigation.ts';
import { revealHugoKeys, revealOptions } from '../../src/site/options/reveal-hugo.ts';
import { optionName, snakeCase } from '../../src/site/params/reveal-options.ts';

const CONFIG = readFileSync(
  path.resolve(import.meta.dirname, '..', '..', 'node_modules', 'reveal.js', 'js', 'config.ts'),
  'utf8',
);

/** What its interface of options names. */
const declared = [
  ...(/interface RevealConfig \{([^]*?)\n\}/.exec(CONFIG)?.[1] ?? '').matchAll(/^\t(\w+)\?:/gm),
]
  .map(([, name = '']) => name)
  .sort();

const defaults = runInNewContext(
  `(${/const defaultConfig: RevealConfig = (\{[^]*?\n\});/.exec(CONFIG)?.[1]})`,
) as Readonly<Record<string, unknown>>;

/** Of the speaker view, whose options reveal.js declares nowhere. */
const OF_SPEAKER_VIEW = ['minimumTimePerSlide', 'totalTime'];

test('every option of reveal.js has a row', () => {
  expect(declared).toContain('transition');
  expect(declared.filter((name) => !Object.hasOwn(revealHugoKeys, name))).toEqual([]);
});

test('and no other key is said to be one', () => {
  const own = Object.keys({ ...appearanceOptions, ...navigationOptions }).filter(
    (name) => !declared.includes(name),
  );
  expect(own.sort()).toEqual(OF_SPEAKER_VIEW);
});

/** The theme says otherwise of `history`; what JSON has no word for has no default; `plugins` is the theme's. */
const DIFFERENT = ['history', 'pdfMaxPagesPerSlide', 'plugins'];

test.each(Object.entries(defaults).filter(([name]) => !DIFFERENT.includes(name)))(
  'the default of %s is that of reveal.js',
  (name, value) => {
    expect(JSON.stringify(revealOptions[name]?.default)).toBe(JSON.stringify(value));
  },
);

test('every key is documented in words of its own, in a spelling that leads back to it', () => {
  for (const [name, { description }] of Object.entries(revealHugoKeys)) {
    expect(description).toMatch(/\.$/);
    expect(snakeCase(name)).toMatch(/^[a-z\d]+(?:_[a-z\d]+)*$/);
    expect(optionName(snakeCase(name))).toBe(name);
  }
  expect(snakeCase('fragmentInURL')).toBe('fragment_in_url');
});
