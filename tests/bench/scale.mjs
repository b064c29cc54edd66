// How a build grows with its site: from one deck to 5,000, in time and memory. Hugo builds the same sites in turn, if it
// and the reveal-hugo theme are there.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SIZES = [1, 100, 1000, 5000];
const SLIDES = 22;

/** Prints the times and the memory of builds. With `isVaried`, each deck has words of its own on every slide. */
export async function timeScale({ root, runs, isVaried }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-scale-'));
  const hugo = findHugo(root);
  try {
    for (const size of SIZES) {
      const site = path.join(folder, `site-${size}`);
      writeSite(site, size, isVaried);
      const commands = [
        { label: 'deckwright', command: process.execPath, args: deckwright(root, site) },
        ...(hugo
          ? [{ label: 'hugo', command: hugo.command, args: ['--quiet', '--source', withTheme(site, hugo)] }]
          : []),
      ];
      await compare(`${size} ${size === 1 ? 'deck' : 'decks'}`, commands, runs);
      rmSync(site, { recursive: true, force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The arguments of a build. */
export const deckwright = (root, site) => [
  path.join(root, 'bin', 'deckwright.js'),
  'build',
  '--source',
  site,
];

/** Hugo and the theme in `REVEAL_HUGO`, or in `themes/`; `undefined` if one of them is missing. */
function findHugo(root) {
  const command = process.env.HUGO ?? 'hugo';
  const theme = process.env.REVEAL_HUGO ?? path.join(root, 'themes', 'reveal-hugo');
  const isThere = existsSync(theme) && spawnSync(command, ['version']).status === 0;
  return isThere ? { command, theme } : undefined;
}

/** Hugo reads the theme from the site; deckwright would read it, too, so the site is copied. */
function withTheme(site, { theme }) {
  const copy = `${site}-hugo`;
  cpSync(site, copy, { recursive: true });
  cpSync(theme, path.join(copy, 'themes', 'reveal-hugo'), { recursive: true });
  return copy;
}

/** Runs commands in turn, so that a slow moment of the machine falls on all of them; the first round warms up. */
export async function compare(name, commands, runs) {
  const rounds = commands.map(() => []);
  for (let round = 0; round <= runs; round++)
    for (const [n, { command, args }] of commands.entries()) {
      const measured = await measure(command, args);
      if (round > 0) rounds[n].push(measured);
    }
  for (const [n, { label }] of commands.entries()) {
    const times = rounds[n].map(({ taken }) => taken);
    const memory = Math.max(...rounds[n].map(({ peak }) => peak));
    const range = `${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))}`;
    const kept = memory > 0 ? `, ${Math.round(memory / 1024)} MB` : '';
    console.log(`${name}, ${label}: median ${Math.round(median(times))} ms (${range}, ${runs} runs)${kept}`);
  }
  return rounds;
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** The wall time of a command in milliseconds, and its peak of memory in kilobytes where the system tells it. */
async function measure(command, args) {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 20);
  const [code] = await once(child, 'exit');
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
  return { taken: performance.now() - start, peak };
}

/** Linux tells the peak of a process while it runs. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

const CODE = 'kubectl apply -f service.yml\nkubectl get pods --namespace demo\n';

function slide(n, words) {
  const parts = [
    '- one with *emphasis*\n- two with `code`\n- three with a [link](https://example.org/)',
    '![A picture](/pictures/none.png)',
    `\`\`\`bash\n${CODE}\`\`\``,
    'Plain words on a slide.\n\n{{% note %}}Words for the speaker.{{% /note %}}',
  ];
  return `## Slide ${n}${words}\n\n${parts[n % parts.length]}\n`;
}

/** Writes a site of decks; with `isVaried`, each has words of its own on every slide. */
export function writeSite(site, size, isVaried) {
  mkdirSync(path.join(site, 'content'), { recursive: true });
  writeFileSync(
    path.join(site, 'hugo.toml'),
    'theme = "reveal-hugo"\nbaseURL = "https://example.org/"\ntitle = "Scale"\n\n[outputFormats.Reveal]\nbaseName = "index"\nmediaType = "text/html"\nisHTML = true\n',
  );
  mkdirSync(path.join(site, 'static', 'pictures'), { recursive: true });
  writeFileSync(path.join(site, 'static', 'pictures', 'none.png'), '');
  for (let n = 0; n < size; n++) {
    const folder = path.join(site, 'content', n === 0 ? '' : `deck-${n}`);
    mkdirSync(folder, { recursive: true });
    const slides = Array.from({ length: SLIDES }, (_, at) => slide(at, isVaried ? ` of deck ${n}` : ''));
    writeFileSync(
      path.join(folder, '_index.md'),
      `+++\ntitle = "Deck ${n}"\noutputs = ["Reveal"]\n+++\n\n${slides.join('\n---\n\n')}`,
    );
  }
}
