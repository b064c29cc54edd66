import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.ts'],
    // Browser specs start servers and a browser: they need their time, and their turn.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A poll that does not succeed says so late, and one on a busy machine has its time.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    globalSetup: ['./tests/support/global-setup.ts'],
  },
});
