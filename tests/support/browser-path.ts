/** The browser of the specs, for code that starts one of its own. */
import { afterAll, beforeAll } from 'vitest';
import { findBrowser } from './find-browser.ts';

/** Names the browser of the specs in the environment while the tests of a file run. */
export function useBrowserPath(): void {
  const before = new Map<string, string | undefined>();
  beforeAll(async () => {
    const { executablePath, env } = await findBrowser();
    for (const [name, value] of Object.entries({ ...env, CHROME_PATH: executablePath })) {
      before.set(name, process.env[name]);
      process.env[name] = value;
    }
  });
  // One by one: modules that are loaded keep the object that they have, in this file and in the next ones.
  afterAll(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}
