/**
 * Finds the editor that `E` opens. Vite uses a running editor, or else `VISUAL` and `EDITOR`, and starts it in the
 * terminal of the server, which breaks both if it is vim or the like. Here terminal editors are ignored.
 */
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import type { Connect } from 'vite';
import { isEditorAddress } from './guard.ts';

/** What the choice of the editor depends on. */
export interface EditorClues {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Lists the names of the user's processes, one per line. */
  readonly running: () => string;
}

/** The command to start; a `command` of `undefined` means that Vite finds the editor by itself. */
export type FoundEditor = { readonly command: string | undefined } | undefined;

const TERMINAL_RE =
  /^(?:n?vim?|vimx|view|ex|ed|nano|pico|emacs|micro|hx|helix|kak|joe|jed|ne|mcedit|mg|zile|tilde|less|more|cat)$/i;

/** Flags that make an editor run in the terminal. */
const TERMINAL_FLAG_RE = /\s(?:-t|-nw|--tty|--no-window-system)\b/;

/** Commands of graphical editors by the name of their process on Linux. The first one that is running is used. */
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

/** Finds the editor; `undefined` if there is no graphical one. */
export function findEditor({ platform, env, running }: EditorClues): FoundEditor {
  // On Windows, the editor gets no terminal.
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
  // Vite would prefer a running terminal editor to a command that it does not know.
  if (!isKnown && /vim|emacs/.test(processes)) return undefined;
  return { command: isKnown ? command : undefined };
}

function isTerminal(command: string): boolean {
  const [name = ''] = command.trim().split(/\s/, 1);
  return TERMINAL_RE.test(basename(name)) || TERMINAL_FLAG_RE.test(command);
}

/** The message for the browser and the terminal. */
export const NO_EDITOR = 'no running editor found; to set one, start the server with LAUNCH_EDITOR=code';

/** Creates a middleware before Vite's that refuses to start a terminal editor, or none. */
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
      // Vite reads the command from the environment only.
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
    // `ps` may be missing, as in small containers.
    return '';
  }
}
