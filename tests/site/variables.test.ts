/** Variables of the environment are values of the configuration, and win over its files. */
import { describe, expect, test } from 'vitest';
import type { SiteConfig } from '../../src/types.ts';
import { readConfig } from '../support/read-config.ts';

function configOf(text: string, variables: Readonly<Record<string, string>>): SiteConfig {
  const { config, diagnostics } = readConfig({ 'hugo.toml': text }, { variables });
  expect(diagnostics).toEqual([]);
  return config;
}

test('keys with an underscore are written with another letter between them', () => {
  const { title, params, environment } = configOf(
    'title = "T"\n[params]\nfoo = "a"\nx = 1\n[params.reveal_hugo]\ntheme = "black"\n',
    {
      HUGO_TITLE: 'ENV',
      HUGO_PARAMS_FOO: 'b',
      HUGO_PARAMS_NEW: 'n',
      HUGOxPARAMSxREVEAL_HUGOxTHEME: 'night',
      HUGO_PARAMS_X: '2',
      HUGO_ENVIRONMENT: 'zz',
    },
  );
  expect({ title, params, environment }).toEqual({
    title: 'ENV',
    params: { foo: 'b', new: 'n', reveal_hugo: { theme: 'night' }, x: 2 },
    environment: 'zz',
  });
});

test('a key is spelled as the file spells it', () => {
  const { params } = configOf('[Params.reveal_hugo]\nslideNumber = "c"\n', {
    HUGOxPARAMSxREVEAL_HUGOxSLIDENUMBER: 'c/t',
  });
  expect(params).toEqual({ reveal_hugo: { slideNumber: 'c/t' } });
});

describe('a value is of the type that the file has there', () => {
  test.each([
    ['a = true', 'false', false],
    ['a = true', '0', false],
    ['a = false', 'TRUE', true],
    ['a = true', 'perhaps', 'perhaps'],
    ['a = 1', '2', 2],
    ['a = 1', '', ''],
    ['a = 1', 'two', 'two'],
    ['a = 1.5', '2.5', 2.5],
    ['a = [1]', '[1,2]', [1, 2]],
    ['a = [1]', '1,2', '1,2'],
    ['a = [1]', '[1', '[1'],
    ['a = {b = 1}', '{"c": 2}', { b: 1, c: 2 }],
    ['a = "x"', '2', '2'],
    ['a = "x"', 'a: b', 'a: b'],
    ['', '2', '2'],
    ['', '[1]', '[1]'],
  ])('%s, %j', (line, text, value) => {
    expect(configOf(`[params]\n${line}\n`, { HUGO_PARAMS_A: text }).params['a'] ?? text).toEqual(value);
  });

  test.each([
    ['rss section', ['rss', 'section']],
    ['RSS,section', ['rss', 'section']],
    ['["rss"]', ['rss']],
  ])('a list that Hugo knows: %j', (text, disableKinds) => {
    expect(configOf('', { HUGO_DISABLEKINDS: text }).disableKinds).toEqual(disableKinds);
  });

  test('a table that the file does not have', () => {
    expect(configOf('', { HUGO_PARAMS: '{"a": 1}' }).params).toEqual({ a: 1 });
    expect(configOf('', { HUGO_TITLE: 'Talk: one' }).title).toBe('Talk: one');
  });
});

test('switches and addresses', () => {
  const variables = { HUGO_BASEURL: 'https://env/x', HUGO_BUILDDRAFTS: 'true', PATH: '/bin', HUGO: 'x' };
  expect(configOf('baseURL = "https://file/"\n', variables)).toMatchObject({
    baseURL: 'https://env/x/',
    buildDrafts: true,
  });
});

test('the command line wins over them', () => {
  const variables = { HUGO_BASEURL: 'https://env/' };
  const { config } = readConfig({}, { variables, baseURL: 'https://cli/' });
  expect(config.baseURL).toBe('https://cli/');
});

test('one of the wrong type has no place in a file', () => {
  const variables = { HUGO_BUILDDRAFTS: 'maybe' };
  const { diagnostics } = readConfig({ 'hugo.toml': 'buildDrafts = true\n' }, { variables });
  expect(diagnostics).toMatchObject([{ code: 'value-type', file: '', line: 0 }]);
});
