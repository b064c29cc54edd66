/**
 * A Chromium for the browser specs: the one that is asked for, the one inside of a dev dependency, or one that is
 * installed. The specs measure pixels, and that of the dependency brings its fonts: it is the same on every machine.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How a browser is started. */
export interface BrowserLaunch {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds the browser.
 * @param load imports the package with Chromium; a benchmark brings its own import, because the runner that loads this
 * file is closed by then
 * @throws when there is no browser, saying what to do
 */
export async function findBrowser(load = () => import('@sparticuz/chromium')): Promise<BrowserLaunch> {
  const given = process.env['CHROME_PATH'];
  if (given && !existsSync(given)) throw new Error(`CHROME_PATH names ${given}, but there is no such file`);
  if (given) return { executablePath: given, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBundled(load);
  const found = INSTALLED.find((file) => existsSync(file));
  if (found) return { executablePath: found, env: {} };
  throw new Error(
    'The browser specs need Chromium or Google Chrome: install one, or set CHROME_PATH to its executable.',
  );
}

/**
 * The package holds Chromium and the libraries that a bare system lacks as archives, and unpacks them into the
 * system's folder for temporary files, the libraries only where it believes to run on Amazon's Linux. Here they go
 * into a folder of their own, once, and one that was left half unpacked is done again.
 */
async function unpackBundled(
  load: () => Promise<{ default: { executablePath(): Promise<string> } }>,
): Promise<BrowserLaunch> {
  const cache = path.resolve(
    import.meta.dirname,
    '..',
    '..',
    'node_modules',
    '.cache',
    'deckwright-chromium',
  );
  const done = path.join(cache, 'complete');
  if (!existsSync(done)) {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    const before = { ...process.env };
    Object.assign(process.env, { TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
    try {
      const { default: chromium } = await load();
      await chromium.executablePath();
    } finally {
      process.env = before;
    }
    writeFileSync(path.join(cache, 'fonts', 'fonts.conf'), fontsConfig(cache));
    writeFileSync(done, '');
  }
  return {
    executablePath: path.join(cache, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(cache, 'al2023', 'lib'), FONTCONFIG_PATH: path.join(cache, 'fonts') },
  };
}

/** The package's own configuration looks for its fonts in the system's folder; a browser without any draws no text. */
function fontsConfig(cache: string): string {
  const folders = [path.join(cache, 'fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`);
  return `<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${folders.join('')}<cachedir>${path.join(cache, 'fonts-cache')}</cachedir></fontconfig>\n`;
}
