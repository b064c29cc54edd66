/**
 * Which editor `E` opens. Vite takes the one that is running, then `VISUAL` and `EDITOR`, and lets it have the terminal
 * of the server: for vim and its like that is the end of both. Here such an editor is none.
 */
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import type { Connect } from 'vite';
import { isEditorAddress } from './guard.ts';

/** What the answer depends on. */
export interface EditorClues {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The names of the processes of this user, one a line. */
  readonly running: () => string;
}

/** What is found: the command that is to be started, or that Vite finds it by itself. */
export type FoundEditor = { readonly command: string | undefined } | undefined;

const TERMINAL_RE =
  /^(?:n?vim?|vimx|view|ex|ed|nano|pico|emacs|micro|hx|helix|kak|joe|jed|ne|mcedit|mg|zile|tilde|less|more|cat)$/i;

/** Editors that have both faces show that of the terminal with these. */
const TERMINAL_FLAG_RE = /\s(?:-t|-nw|--tty|--no-window-system)\b/;

/** Editors with a window, by the name of their process on Linux. The first that is running counts. */
const LINUX: Readonly<Record<string, string>> = {
  atom: 'atom',
  Brackets: 'brackets',
  'code-insiders': 'code-insiders',
  code: 'code',
  vscodium: 'vscodium',
  codium: 'codium',
  cursor: 'cursor',
  trae: 'trae',
  antigravity: 'antigravity',
  gvim: 'gvim',
  idea: 'idea',
  phpstorm: 'phpstorm',
  pycharm: 'pycharm',
  rubymine: 'rubymine',
  sublime_text: 'subl',
  webstorm: 'webstorm',
  goland: 'goland',
  rider: 'rider',
  zed: 'zed',
};

const MAC_RE =
  /\/(?:Antigravity|AppCode|Atom|Brackets|CLion|Cursor|GoLand|IntelliJ IDEA|MacVim|PhpStorm|PyCharm|Rider|RubyMine|Sublime Text|Trae|Visual Studio Code|VSCodium|WebStorm|Zed)[^/]*\.app\//;

/** Finds the editor; `undefined` where there is none with a window. */
export function findEditor({ platform, env, running }: EditorClues): FoundEditor {
  // What is started there has no terminal to take.
  if (platform === 'win32') return { command: undefined };
  const configured = env['LAUNCH_EDITOR'];
  if (configured) return isTerminal(configured) ? undefined : { command: undefined };
  const processes = running();
  if (platform === 'darwin' && MAC_RE.test(processes)) return { command: undefined };
  const names = processes.split('\n').map((name) => basename(name.trim()).replace(/\.sh$/, ''));
  const open = Object.entries(LINUX).find(([name]) => names.includes(name));
  if (open) return { command: open[1] };
  const [named = ''] = [env['VISUAL'], env['EDITOR']].filter(Boolean);
  if (named === '' || isTerminal(named)) return undefined;
  const [command = ''] = named.split(' ', 1);
  const isKnown = Object.values(LINUX).includes(basename(command));
  // Vite would take one that runs in another terminal before one that it does not know.
  if (!isKnown && /vim|emacs/.test(processes)) return undefined;
  return { command: isKnown ? command : undefined };
}

function isTerminal(command: string): boolean {
  const [name = ''] = command.trim().split(/\s/, 1);
  return TERMINAL_RE.test(basename(name)) || TERMINAL_FLAG_RE.test(command);
}

/** What is said to who has asked, and in the terminal. */
export const NO_EDITOR =
  'no editor with a window is running, and none is named: start the server with LAUNCH_EDITOR=code, or another one';

/** A middleware in front of Vite's that refuses where Vite would start an editor in the terminal, or none. */
export function chooseEditor(base: string, warn: (text: string) => void): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (!isEditorAddress(request.url ?? '', base)) return next();
    const found = findEditor({ platform: process.platform, env: process.env, running: listProcesses });
    if (!found) {
      warn(NO_EDITOR);
      response.writeHead(501, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
      response.end(NO_EDITOR);
      return;
    }
    const { command } = found;
    if (command !== undefined) {
      // The only way to tell Vite.
      process.env['LAUNCH_EDITOR'] = command;
      response.once('close', () => delete process.env['LAUNCH_EDITOR']);
    }
    next();
  };
}

function listProcesses(): string {
  try {
    return execFileSync('ps', ['x', '-o', 'comm='], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // There may be no such program, as in small containers.
    return '';
  }
}
