/** Finds a browser of the author: Chromium, Chrome or Edge. */
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDiagnostic, DeckError } from '../diagnostics.ts';

/** The machine to search. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home folder of the user. */
  readonly home: string;
  exists(this: void, file: string): boolean;
  /** The names in a folder; none if it does not exist. */
  list(this: void, folder: string): readonly string[];
}

/** The machine that deckwright runs on. */
export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: os.homedir(),
  exists: (file) => existsSync(file),
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
};

/** Environment variables that name a browser, in order of precedence. */
const VARIABLES = ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'];

/** Where browsers are searched, in this order. */
const places: readonly ((machine: Machine) => readonly string[])[] = [
  installed,
  playwrightCache,
  puppeteerCache,
];

/**
 * Finds the executable of a browser: the one that `CHROME_PATH` or `PUPPETEER_EXECUTABLE_PATH` names, one that is
 * installed, or one that Playwright or Puppeteer has downloaded.
 * @throws {DeckError} if there is none, and if a variable names a file that does not exist
 */
export function findBrowser(machine: Machine = thisMachine): string {
  const { env, exists } = machine;
  for (const name of VARIABLES) {
    const file = env[name];
    if (!file) continue;
    if (exists(file)) return file;
    throw missing(`${name} is ${file}, which does not exist`, `Set ${name} to the executable of a browser.`);
  }
  for (const place of places) {
    const found = place(machine).find(exists);
    if (found !== undefined) return found;
  }
  throw missing(
    'there is no Chromium, Chrome or Edge on this machine',
    'Install one of them, or run npx playwright-core install chromium. If it is in an unusual folder, set CHROME_PATH to its executable.',
  );
}

function missing(message: string, hint: string): DeckError {
  return new DeckError([createDiagnostic({ code: 'browser-missing', message, hint })]);
}

const joinOf = ({ platform }: Machine): ((...names: readonly string[]) => string) => {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  return (...names) => paths.join(...names);
};

/** Names of the commands on Linux. */
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Folders of commands on Linux, also if `PATH` does not contain them. */
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];

const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function installed(machine: Machine): readonly string[] {
  const { platform, env, home } = machine;
  const join = joinOf(machine);
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return WINDOWS_PROGRAMS.flatMap((names) =>
      folders.flatMap((folder) => (folder ? [join(folder, ...names)] : [])),
    );
  }
  if (platform === 'darwin')
    return MAC_APPLICATIONS.flatMap((name) =>
      ['/', home].map((folder) => join(folder, 'Applications', `${name}.app`, 'Contents', 'MacOS', name)),
    );
  const folders = [...FOLDERS, ...(env['PATH'] ?? '').split(':').filter(Boolean)];
  return [...COMMANDS, 'chrome', 'msedge'].flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The folder of caches of a user. */
function cacheFolder(machine: Machine): string {
  const { platform, env, home } = machine;
  const join = joinOf(machine);
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
  return platform === 'darwin'
    ? join(home, 'Library', 'Caches')
    : env['XDG_CACHE_HOME'] || join(home, '.cache');
}

/** Paths of executables in a download of Playwright or Puppeteer, of recent and of earlier versions. */
const DOWNLOADED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-linux/headless_shell',
  ],
  darwin: ['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((folder) =>
    ['Google Chrome for Testing', 'Chromium'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  ),
  win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
};

/** Lists the executables of the downloads in a folder, the newest version first. */
function downloads(machine: Machine, folder: string, name: RegExp): readonly string[] {
  const join = joinOf(machine);
  const versions = machine
    .list(folder)
    .filter((version) => name.test(version))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const files = DOWNLOADED[machine.platform] ?? DOWNLOADED.linux ?? [];
  return versions.flatMap((version) => files.map((file) => join(folder, version, ...file.split('/'))));
}

function playwrightCache(machine: Machine): readonly string[] {
  const join = joinOf(machine);
  const set = machine.env['PLAYWRIGHT_BROWSERS_PATH'];
  const folder = set && set !== '0' ? set : join(cacheFolder(machine), 'ms-playwright');
  return [
    ...downloads(machine, folder, /^chromium-\d+$/),
    ...downloads(machine, folder, /^chromium_headless_shell-\d+$/),
  ];
}

function puppeteerCache(machine: Machine): readonly string[] {
  const join = joinOf(machine);
  // Puppeteer uses this folder on all systems.
  const folder = machine.env['PUPPETEER_CACHE_DIR'] ?? join(machine.home, '.cache', 'puppeteer');
  return ['chrome', 'chrome-headless-shell'].flatMap((name) =>
    downloads(machine, join(folder, name), /-\d+(?:\.\d+)+$/),
  );
}
