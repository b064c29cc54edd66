import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createKatexLoader } from '../../src/bundle/load-katex.ts';
import { writeSite } from '../support/write-site.ts';

test('the KaTeX of the site is taken, with chemical formulas', () => {
  const site = writeSite(`
-- node_modules/katex/package.json --
{ "name": "katex", "exports": { ".": "./katex.js", "./contrib/mhchem": "./mhchem.js" } }
-- node_modules/katex/katex.js --
exports.said = ['of the site'];
-- node_modules/katex/mhchem.js --
require('katex').said.push('with chemistry');
`);
  expect(createKatexLoader(site)()).toEqual({ said: ['of the site', 'with chemistry'] });
});

test('where the site has none, that beside us is taken, or none', () => {
  const elsewhere = path.join(import.meta.dirname, 'nowhere');
  expect(createKatexLoader(elsewhere)()?.renderToString('\\ce{H2O}', {})).toContain('katex');
  expect(createKatexLoader(elsewhere, () => undefined)()).toBeUndefined();
});

describe('a package that is broken is not one that is missing', () => {
  test.each([
    ['without its main file', '{"main":"gone.js"}', '', /Cannot find module '.+gone\.js'/],
    ['that throws', '{"main":"a.js"}', 'throw new Error("broken on purpose")', 'broken on purpose'],
    ['with syntax errors', '{"main":"a.js"}', 'const = 1', /Unexpected token/],
    ['without chemical formulas', '{"main":"a.js"}', 'exports.renderToString = String', 'mhchem'],
    ['with wrong exports', '{"exports":{"./x":"./a.js"}}', 'exports.a = 1', /exports/],
  ])('%s', (_, manifest, code, message) => {
    const root = writeSite(`
-- node_modules/katex/package.json --
${manifest}
-- node_modules/katex/a.js --
${code}
`);
    expect(() => createKatexLoader(root)()).toThrow(message);
  });
});
