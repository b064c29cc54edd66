/** Finds the browser once for all specs; a machine without one is told what to do before any test runs. */
import type { TestProject } from 'vitest/node';
import { type BrowserLaunch, findBrowser } from './find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserLaunch;
  }
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('browser', await findBrowser());
}
