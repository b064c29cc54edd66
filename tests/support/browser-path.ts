/** The browser of the specs, for code that starts one of its own. */
import { afterAll, beforeAll } from 'vitest';
import { findBrowser } from './find-browser.ts';

/** Names the browser of the specs in the environment while the tests of a file run. */
export function useBrowserPath(): void {
  const before = { ...process.env };
  beforeAll(async () => {
    const { executablePath, env } = await findBrowser();
    Object.assign(process.env, env, { CHROME_PATH: executablePath });
  });
  afterAll(() => {
    process.env = before;
  });
}
