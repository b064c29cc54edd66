import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const BROWSER = 'tests/browser/**/*.test.ts';
const PACKAGE = 'tests/package/**/*.test.ts';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    // Specs with a server or a process need their time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A poll that does not succeed says so late, and one on a busy machine has its time.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: Math.max(2, availableParallelism()),
    // Modules keep no state, and every file cleans up after itself: one graph of modules serves all files of a worker.
    isolate: false,
    projects: [
      // Everything that needs neither a browser nor an installed package.
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [BROWSER, PACKAGE] } },
      // One browser process for all specs.
      {
        extends: true,
        test: { name: 'browser', include: [BROWSER], globalSetup: ['./tests/support/launch-browser.ts'] },
      },
      // One tarball for all specs.
      {
        extends: true,
        test: {
          name: 'package',
          include: [PACKAGE],
          globalSetup: ['./tests/support/launch-browser.ts', './tests/support/pack.ts'],
        },
      },
    ],
  },
});
