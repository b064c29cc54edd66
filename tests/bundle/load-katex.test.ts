import path from 'node:path';
import { expect, test } from 'vitest';
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
