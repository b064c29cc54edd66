/** Files that templates make, and that no author has written. */
import { expect, test } from 'vitest';
import type { GoResource } from '../../../src/templates/functions/resources/resource.ts';
import { call, makeHost } from './fake-host.ts';

const files = { 'assets/css/a.css': 'a{}' };
const host = makeHost({ files });

test('what is not fetched is left out of what is put together', () => {
  const own = makeHost({ files });
  const remote = call('resources.GetRemote', ['https://example.org/b.css'], own);
  const concat = call(
    'resources.Concat',
    ['all.css', [call('resources.Get', ['css/a.css'], own), remote]],
    own,
  );
  expect((concat as GoResource).text).toBe('a{}');
  expect(() => call('minify', [remote], own)).toThrow('expected a Resource object');
});

test('a QR code is a picture in the size that Hugo gives it', () => {
  const address = 'https://gohugo.io';
  const code = call('images.QR', [address], host) as GoResource;
  expect([code.member('Width'), code.member('Height')]).toEqual([132, 132]);
  expect(code.relPermalink).toMatch(/^\/sub\/qr_[\da-f]{16}\.png$/);
  const large = call(
    'images.QR',
    [address, { level: 'high', scale: 3, targetDir: 'codes/x' }],
    host,
  ) as GoResource;
  expect(large.member('Width')).toBe(111);
  expect(large.member('Name')).toMatch(/^\/codes\/x\/qr_/);
  expect((call('images.QR', ['12345'], host) as GoResource).member('Width')).toBe(116);
  expect(call('images.QR', [address], host)).not.toEqual(call('images.QR', ['a'], host));
  expect(() => call('images.QR', [''], host)).toThrow('cannot encode an empty string');
  expect(() => call('images.QR', ['a', { scale: 1 }], host)).toThrow('greater than or equal to 2');
  expect(() => call('images.QR', ['a', { level: 'x' }], host)).toThrow('one of low, medium');
  expect(() => call('images.QR', ['a'.repeat(4000)], host)).toThrow('text too long');
});

test('old layouts read data of the site by its path', () => {
  const own = makeHost({ files: { 'data/a.json': '{"b": [1]}', 'data/c.csv': 'x;y\n1;2\n' } });
  expect(call('getJSON', ['data/a.json'], own)).toEqual({ b: [expect.anything()] });
  expect(call('getJSON', ['/data/', 'a.json'], own)).not.toBeNull();
  expect(call('getCSV', [';', './data/c.csv'], own)).toEqual([
    ['x', 'y'],
    ['1', '2'],
  ]);
  expect(call('getJSON', ['data/no.json'], own)).toBeNull();
  expect(own.reports).toEqual([expect.stringContaining('the site has no such file')]);
});
