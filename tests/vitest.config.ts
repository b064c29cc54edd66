import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const BROWSER = 'tests/browser/**/*.test.ts';
const PACKAGE = 'tests/package/**/*.test.ts';
/** Tests that start the command, or build whole sites, again and again. */
const COMMAND = ['tests/cli*.test.ts', 'tests/reproducible.test.ts'];

/** Files that take longer than their size says: Vitest starts the largest first, until it has seen how long each takes. */
const LONG_RE = /(?:browser\/(?:axe|crawl)|pipeline\/segments|reproducible|\/cli(?:-servers)?)\.test\.ts$/;

/** Starts long files first, so that no worker is left alone with one at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG_RE.test(moduleId);
    // A worker keeps its modules for as long as the next file is of the same project.
    return [...new Set(sorted.map(({ project }) => project))].flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}

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
    sequence: { sequencer: LongestFirst },
    projects: [
      // Everything that needs neither a browser, nor an installed package, nor a process for each test.
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [BROWSER, PACKAGE, ...COMMAND] },
      },
      { extends: true, test: { name: 'command', include: COMMAND } },
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
