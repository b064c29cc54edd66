/** Addresses, as Hugo 0.169 makes them: observed of its binary. */
import { describe, expect, test } from 'vitest';
import { call, makeHost } from './fake-host.ts';

const below = makeHost();
const atRoot = makeHost({ baseURL: 'https://example.org/', basePath: '/' });
const french = makeHost({ languageFolder: () => 'fr' });

describe('below https://example.org/sub/', () => {
  test.each([
    ['a.css', '/sub/a.css', 'https://example.org/sub/a.css'],
    ['/a.css', '/a.css', 'https://example.org/a.css'],
    ['https://x/y.css', 'https://x/y.css', 'https://x/y.css'],
    ['//x/y', '//x/y', '//x/y'],
    ['', '/sub/', 'https://example.org/sub/'],
    ['/', '/', 'https://example.org/'],
    ['sub/a', '/sub/sub/a', 'https://example.org/sub/sub/a'],
    ['/sub/a', '/sub/a', 'https://example.org/sub/a'],
    ['a/', '/sub/a/', 'https://example.org/sub/a/'],
    ['#x', '/sub/#x', 'https://example.org/sub#x'],
    ['a?b=c', '/sub/a?b=c', 'https://example.org/sub/a?b=c'],
    ['mailto:x@y', 'mailto:x@y', 'mailto:x@y'],
    ['../a', '/a', 'https://example.org/a'],
    ['./a', '/sub/a', 'https://example.org/sub/a'],
  ])('%j', (address, relative, absolute) => {
    expect(call('relURL', [address], below)).toBe(relative);
    expect(call('relLangURL', [address], below)).toBe(relative);
    expect(call('absURL', [address], below)).toBe(absolute);
  });

  test('an address of the site itself loses its host', () => {
    expect(call('relURL', ['https://example.org/sub/a'], below)).toBe('/sub/a');
    expect(call('relURL', ['https://example.org/sub/'], below)).toBe('/sub');
    expect(call('relURL', ['https://example.org/other'], below)).toBe('https://example.org/other');
  });
});

describe('at the root', () => {
  test.each([
    ['', '/', 'https://example.org/'],
    ['a', '/a', 'https://example.org/a'],
    ['#x', '/#x', 'https://example.org/#x'],
    ['../a', '/a', 'https://example.org/a'],
  ])('%j', (address, relative, absolute) => {
    expect(call('relURL', [address], atRoot)).toBe(relative);
    expect(call('absURL', [address], atRoot)).toBe(absolute);
  });

  test('without a host', () => {
    const bare = makeHost({ baseURL: '/', basePath: '/' });
    for (const address of ['a.css', '/a.css']) expect(call('absURL', [address], bare)).toBe('/a.css');
    expect(call('absURL', [''], bare)).toBe('/');
    expect(call('absURL', ['#x'], bare)).toBe('/#x');
  });
});

describe('in a language', () => {
  test.each([
    ['', '/sub/fr/', 'https://example.org/sub/fr/'],
    ['a', '/sub/fr/a', 'https://example.org/sub/fr/a'],
    ['/a', '/fr/a', 'https://example.org/fr/a'],
    ['/', '/fr/', 'https://example.org/fr/'],
    ['fr/a', '/sub/fr/a', 'https://example.org/sub/fr/a'],
    ['https://example.org/sub/', '/sub/fr', 'https://example.org/sub/'],
  ])('%j', (address, relative, absolute) => {
    expect(call('relLangURL', [address], french)).toBe(relative);
    expect(call('absLangURL', [address], french)).toBe(absolute);
  });
});

describe('parts of addresses', () => {
  test.each<[name: string, values: readonly unknown[], result: unknown]>([
    ['anchorize', ['This is a header'], 'this-is-a-header'],
    ['anchorize', ['Hug’o & co: C++'], 'hugo--co-c'],
    ['urlize', ['Hugo Rocks!'], 'hugo-rocks'],
    ['urlize', ['  a   b  '], 'a-b'],
    ['urlize', ['Foo - Bar'], 'foo-bar'],
    ['urlize', ['Straße é'], 'stra%C3%9Fe-%C3%A9'],
    ['urlize', ['a%20b'], 'a%20b'],
    ['urls.JoinPath', [], ''],
    ['urls.JoinPath', [''], '/'],
    ['urls.JoinPath', ['a', 'b/'], 'a/b/'],
    ['urls.JoinPath', ['/a', '../../b'], '/b'],
    ['urls.JoinPath', ['https://example.org', 'b'], 'https://example.org/b'],
    ['urls.JoinPath', [['a', 'b'], 'c'], 'a/b/c'],
    ['urls.PathEscape', ['A/b c&d'], 'A%2Fb%20c&d'],
    ['urls.PathUnescape', ['A%2Fb%20c'], 'A/b c'],
  ])('%s %j', (name, values, result) => {
    expect(call(name, values)).toBe(result);
  });

  test('an address taken apart', () => {
    const url = call('urls.Parse', ['https://me@example.org:123/foo?a=6&b=7#bar']) as {
      member(name: string): unknown;
    };
    const members = ['Scheme', 'Host', 'Hostname', 'Port', 'Path', 'RawQuery', 'Fragment', 'RequestURI'];
    expect(members.map((name) => url.member(name))).toEqual([
      'https',
      'example.org:123',
      'example.org',
      '123',
      '/foo',
      'a=6&b=7',
      'bar',
      '/foo?a=6&b=7',
    ]);
    expect(String(url.member('Query'))).toBe('map[a:[6] b:[7]]');
  });

  test('references', () => {
    const page = makeHost().site;
    expect(call('ref', [page, '/talk'])).toBe('https://example.org/sub/talk/');
    expect(call('relref', [page, { path: '/talk' }])).toBe('/sub/talk/');
    expect(() => call('relref', [page, '/nope'])).toThrow('REF_NOT_FOUND: Ref "/nope": page not found');
  });
});
