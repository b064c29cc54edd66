/** The languages of a site, and the configuration as each of them sees it. */
import { describe, expect, test } from 'vitest';
import { inLanguage } from '../../src/site/config/languages.ts';
import type { SiteConfig } from '../../src/types.ts';
import { readConfig } from '../support/read-config.ts';

function configOf(text: string): SiteConfig {
  const { config, diagnostics } = readConfig({ 'hugo.yaml': text });
  expect(diagnostics).toEqual([]);
  return config;
}

const codes = (text: string): string[] => configOf(text).languages.map(({ code }) => code);

const TWO = `
title: Site
languageCode: en-us
params: {a: 1, deep: {x: 1, y: 1}}
languages:
  fr:
    weight: 2
    title: Site en français
    languageName: Français
    params: {a: 2, deep: {x: 2}}
  en:
    weight: 1
    languageName: English
`;

test('a site without languages has the default one', () => {
  expect(configOf('defaultContentLanguage: de\nlanguageCode: de-at\ntitle: T\n').languages).toEqual([
    {
      code: 'de',
      name: '',
      title: 'T',
      languageCode: 'de-at',
      weight: 0,
      isDefault: true,
      folder: '',
      params: {},
    },
  ]);
  expect(configOf('defaultContentLanguage: de\n').languageCode).toBe('de');
});

test('each has its own title, params, name and folder', () => {
  expect(configOf(TWO).languages).toEqual([
    {
      code: 'en',
      name: 'English',
      title: 'Site',
      languageCode: 'en-us',
      weight: 1,
      isDefault: true,
      folder: '',
      params: { a: 1, deep: { x: 1, y: 1 } },
    },
    {
      code: 'fr',
      name: 'Français',
      title: 'Site en français',
      languageCode: 'fr',
      weight: 2,
      isDefault: false,
      folder: 'fr',
      params: { a: 2, deep: { x: 2, y: 1 } },
    },
  ]);
});

test('the configuration in a language', () => {
  const config = configOf(`${TWO}    copyright: Ada\n`);
  const params = { a: 2, deep: { x: 2, y: 1 } };
  const french = inLanguage(config, 'fr');
  expect(french).toMatchObject({ title: 'Site en français', languageCode: 'fr', params });
  expect(french.raw).toMatchObject({ title: 'Site en français', params });
  expect(french.languages).toBe(config.languages);
  expect(inLanguage(config, 'en')).toMatchObject({ title: 'Site', raw: { copyright: 'Ada' } });
  expect(() => inLanguage(config, 'de')).toThrow('de');
});

test('a site without languages is as it is in its only one', () => {
  const config = configOf('title: T\n');
  expect(inLanguage(config, 'en')).toBe(config);
});

describe('order', () => {
  test.each([
    ['by weight, none last', 'languages: {de: {}, en: {weight: 3}, fr: {weight: 2}}', ['en', 'fr', 'de']],
    ['by name', 'languages: {fr: {}, de: {}, en: {}}', ['en', 'de', 'fr']],
    [
      'the default first',
      'defaultContentLanguage: fr\nlanguages: {en: {weight: 1}, fr: {weight: 2}}',
      ['fr', 'en'],
    ],
    ['in lower case', 'defaultContentLanguage: pt-BR\nlanguages: {pt-BR: {}}', ['pt-br']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

test.each([
  ['disabled: true', 'languages: {en: {}, fr: {disabled: true}, de: {}}'],
  ['disableLanguages', 'disableLanguages: [FR]\nlanguages: {en: {}, fr: {}, de: {}}'],
  ['the default stays', 'disableLanguages: [fr, en]\nlanguages: {en: {disabled: true}, fr: {}, de: {}}'],
])('languages that are switched off: %s', (_, text) => {
  expect(codes(text)).toEqual(['en', 'de']);
});

test('the default language in a folder of its own', () => {
  const { languages } = configOf('defaultContentLanguageInSubdir: true\nlanguages: {en: {}, fr: {}}\n');
  expect(languages.map(({ folder }) => folder)).toEqual(['en', 'fr']);
});

test('names of Hugo 0.158', () => {
  const [language] = configOf('languages: {en: {label: English, locale: en-GB}}\n').languages;
  expect(language).toMatchObject({ name: 'English', languageCode: 'en-GB' });
});

test('keys that Hugo does not know are params, as before 0.112', () => {
  const text =
    'languages: {en: {weight: 1, contentDir: content, Author: Ada, params: {author: Bob, b: 1}}}\n';
  expect(configOf(text).languages[0]?.params).toEqual({ author: 'Bob', b: 1 });
});

test.each([
  ['defaultContentLanguage = "ne"\n[languages.en]\n[languages.fr]\n', 1, 'Did you mean "en"?'],
  ['title = "T"\n[languages.de]\n[languages.fr]\n', 2, 'defaultContentLanguage'],
])('a default language that is none of them: %j', (text, line, hint) => {
  const { config, diagnostics } = readConfig({ 'hugo.toml': text });
  expect(diagnostics).toMatchObject([{ code: 'language-unknown', severity: 'error', line }]);
  expect(diagnostics[0]?.hint).toContain(hint);
  expect(config.languages.filter(({ isDefault }) => isDefault)).toHaveLength(1);
});
