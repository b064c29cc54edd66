/** Starts the one browser of all specs; a machine without one is told what to do before any of them runs. */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser is reached. */
    browser: string;
  }
}

/** Without a sandbox, because CI runs as root; without anything that would ask another host. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { executablePath, env } = await findBrowser();
  const server = await chromium.launchServer({
    executablePath,
    args: FLAGS,
    env: { ...(process.env as Record<string, string>), ...env },
  });
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
