/** Percent escapes of authors and browsers; a sign that is no escape stays as it is. */
import { expect, test } from 'vitest';
import { decodeAddress, decodeEscapes } from '../src/decode-escapes.ts';

test.each([
  ['two%20words.png', 'two words.png', 'two words.png'],
  ['a%2Fb%3Fc', 'a/b?c', 'a%2Fb%3Fc'],
  ['%C3%A9', 'é', 'é'],
  ['100%', '100%', '100%'],
  ['%E9', '%E9', '%E9'],
  ['', '', ''],
])('%s', (text, all, address) => {
  expect(decodeEscapes(text)).toBe(all);
  expect(decodeAddress(text)).toBe(address);
});
