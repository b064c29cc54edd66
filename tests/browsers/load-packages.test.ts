/** Packages that are missing are reported together, with the command that installs them. */
import { expect, test } from 'vitest';
import { readPackageScript, requirePackages } from '../../src/browser/load-packages.ts';

const ROOT = process.cwd();
const locate = (name: string): string | undefined => (name === 'katex' ? '/packages/katex' : undefined);

test('one package', () => {
  expect(() => requirePackages(['playwright-core', 'katex'], ROOT, 'deckwright check', locate)).toThrow(
    /^error browser-package-missing\ndeckwright check needs playwright-core, which is not installed\nhint: .*: npm install --save-dev playwright-core$/,
  );
});

test('two packages, in one command', () => {
  expect(() => requirePackages(['playwright-core', 'axe-core'], ROOT, 'deckwright check', locate)).toThrow(
    /needs playwright-core and axe-core, which are not installed\nhint: .*: npm install --save-dev playwright-core axe-core$/,
  );
});

test('packages that are installed', () => {
  expect(() => requirePackages(['playwright-core', 'axe-core'], ROOT, 'deckwright check')).not.toThrow();
  expect(readPackageScript('axe-core', 'axe.min.js', ROOT)).toContain('axe');
});
