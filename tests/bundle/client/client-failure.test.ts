/** What an author is told of a client that can't be bundled. */
import { describe, expect, test } from 'vitest';
import { explainClientFailure } from '../../../src/bundle/client/client-failure.ts';

const none = { katex: undefined, mermaid: undefined };
const explain = (message: string, packages = {}, more = {}): string | undefined =>
  explainClientFailure(Object.assign(new Error(message), more), {
    cache: '/cache/deckwright',
    packages: { ...none, ...packages },
  })?.message;

describe('a cache that can not be written', () => {
  test.each([
    ['No space left on device (os error 28)'],
    ['Disk quota exceeded (os error 122)'],
    ['File too large (os error 27)'],
    ['Too many open files (os error 24)'],
    ['Read-only file system (os error 30)'],
  ])('%s, by the bundler', (line) => {
    const found = explain(
      `Build failed\n\nFailed to write file in /cache/x.js\n\nCaused by:\n    ${line}\n\nStack`,
    );
    expect(found).toContain(`error cache-refuses\n/cache/deckwright can't be written: ${line}\nhint: `);
  });

  test('by Node', () => {
    const error = { code: 'ENOSPC', syscall: 'write' };
    expect(explain('ENOSPC: no space left on device, write', {}, error)).toContain(
      "/cache/deckwright can't be written: ENOSPC",
    );
  });
});

test.each([
  ['katex', "ENOENT: no such file or directory, open '/site/node_modules/katex/dist/katex.min.css'"],
  [
    'mermaid',
    'Could not load node_modules/mermaid/dist/mermaid.esm.min.mjs\nNo such file or directory (os error 2)',
  ],
  ['mermaid', '[PARSE_ERROR] Unexpected token in ../node_modules/mermaid/dist/mermaid.esm.min.mjs:1:1'],
])('a package that is broken: %s', (name, message) => {
  const found = explain(message, { [name]: `/site/node_modules/${name}` });
  expect(found).toContain('error package-broken');
  expect(found).toContain(`npm install --save-dev ${name}`);
});

test('everything else is a bug', () => {
  for (const message of [
    'the bundle has no entry client',
    'Could not load src/client/gone.ts: (os error 2)',
    '',
  ])
    expect(explain(message)).toBeUndefined();
  expect(
    explain("ENOENT: no such file, open '/deckwright/a.css'", {}, { code: 'ENOENT', syscall: 'open' }),
  ).toBeUndefined();
  expect(explainClientFailure(undefined, { cache: '', packages: none })).toBeUndefined();
});
