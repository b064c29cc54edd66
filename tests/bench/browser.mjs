// The browser of the benchmarks: the one of the browser specs.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';

/** A module of the tests' own. */
export async function importOurs(root, file) {
  const { module } = await runnerImport(path.join(root, 'tests', 'support', file));
  return module;
}

export async function launchBrowser(root) {
  const { findBrowser } = await importOurs(root, 'find-browser.ts');
  const { executablePath, env } = await findBrowser(() => import('@sparticuz/chromium'));
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}
