/** Browsers are found where each system and each tool puts them, in one order. */
import { expect, test } from 'vitest';
import { findBrowser, type Machine } from '../../src/browser/find-browser.ts';
import { DeckError } from '../../src/diagnostics.ts';

/** A machine with these files. */
function machine(
  platform: NodeJS.Platform,
  files: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Machine {
  const [home, separator] = platform === 'win32' ? ['C:\\Users\\ada', '\\'] : ['/home/ada', '/'];
  const list = (folder: string): readonly string[] => {
    const below = files.filter((file) => file.startsWith(folder + separator));
    return [...new Set(below.map((file) => file.slice(folder.length + 1).split(separator)[0] ?? ''))];
  };
  return { platform, env, home, exists: (file) => files.includes(file), list };
}

const problemOf = (machine: Machine): string => {
  try {
    return findBrowser(machine);
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    return error.message;
  }
};

const PLAYWRIGHT = '/home/ada/.cache/ms-playwright';
const PUPPETEER = '/home/ada/.cache/puppeteer';

test.each<readonly [about: string, found: string, machine: Machine]>([
  [
    'Chromium of Debian',
    '/usr/bin/chromium',
    machine('linux', ['/usr/bin/google-chrome', '/usr/bin/chromium']),
  ],
  ['Chrome of GitHub’s runners', '/usr/bin/google-chrome', machine('linux', ['/usr/bin/google-chrome'])],
  ['Chromium of snap', '/snap/bin/chromium', machine('linux', ['/snap/bin/chromium'])],
  ['Edge', '/usr/bin/microsoft-edge', machine('linux', ['/usr/bin/microsoft-edge'])],
  [
    'a folder of PATH',
    '/nix/bin/chromium',
    machine('linux', ['/nix/bin/chromium'], { PATH: '/bin:/nix/bin' }),
  ],
  [
    'the newest of Playwright',
    `${PLAYWRIGHT}/chromium-1200/chrome-linux64/chrome`,
    machine(
      'linux',
      ['chromium-987/chrome-linux/chrome', 'chromium-1200/chrome-linux64/chrome', 'firefox-1500/firefox'].map(
        (file) => `${PLAYWRIGHT}/${file}`,
      ),
    ),
  ],
  [
    'the headless shell of Playwright',
    '/browsers/chromium_headless_shell-1200/chrome-linux/headless_shell',
    machine('linux', ['/browsers/chromium_headless_shell-1200/chrome-linux/headless_shell'], {
      PLAYWRIGHT_BROWSERS_PATH: '/browsers',
    }),
  ],
  [
    'Chrome of Puppeteer',
    `${PUPPETEER}/chrome/linux-131.0.6778.204/chrome-linux64/chrome`,
    machine(
      'linux',
      ['linux-99.0.1.2', 'linux-131.0.6778.204'].map(
        (version) => `${PUPPETEER}/chrome/${version}/chrome-linux64/chrome`,
      ),
    ),
  ],
  [
    'Chrome on macOS',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    machine('darwin', ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']),
  ],
  [
    'Edge in the user’s own applications',
    '/home/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    machine('darwin', ['/home/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge']),
  ],
  [
    'Chrome on Windows',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    machine('win32', ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'], {
      PROGRAMFILES: 'C:\\Program Files',
    }),
  ],
  [
    'Edge on Windows',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    machine('win32', ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'], {
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    }),
  ],
  [
    'Playwright’s on Windows',
    'C:\\Users\\ada\\AppData\\Local\\ms-playwright\\chromium-1200\\chrome-win64\\chrome.exe',
    machine('win32', [
      'C:\\Users\\ada\\AppData\\Local\\ms-playwright\\chromium-1200\\chrome-win64\\chrome.exe',
    ]),
  ],
])('%s', (_about, found, given) => {
  expect(problemOf(given)).toBe(found);
});

test('CHROME_PATH comes first, then Puppeteer’s variable, then what is installed', () => {
  const files = ['/usr/bin/chromium', '/opt/a', '/opt/b'];
  const env = { CHROME_PATH: '/opt/a', PUPPETEER_EXECUTABLE_PATH: '/opt/b' };
  expect(findBrowser(machine('linux', files, env))).toBe('/opt/a');
  expect(findBrowser(machine('linux', files, { ...env, CHROME_PATH: '' }))).toBe('/opt/b');
});

test('a variable that names no file is reported, even if another browser is installed', () => {
  const given = machine('linux', ['/usr/bin/chromium'], { CHROME_PATH: '/opt/chrome' });
  expect(problemOf(given)).toMatch(
    /^error browser-missing\nCHROME_PATH is \/opt\/chrome, which does not exist\nhint: Set CHROME_PATH/,
  );
});

test.each(['linux', 'darwin', 'win32'] as const)('a machine without a browser, %s', (platform) => {
  expect(problemOf(machine(platform, []))).toMatch(
    /^error browser-missing\nthere is no Chromium, Chrome or Edge on this machine\nhint: Install one of them, or run npx/,
  );
});
