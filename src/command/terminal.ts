/** Output of commands. Colours and progress are shown in terminals only, not in files and pipes. */
import { styleText } from 'node:util';

/** Text styles. */
export type TextStyle = 'bold' | 'dim' | 'cyan' | 'green' | 'red' | 'yellow';

/** Styles a text; without colours, returns it unchanged. */
export type Paint = (look: TextStyle, text: string) => string;

/** Standard output and standard error. */
export interface Terminal {
  /** Prints a line of the result. */
  print(this: void, line: string): void;
  /** Prints a line to standard error. */
  warn(this: void, line: string): void;
  /** Shows the current step in a line that the next output replaces; does nothing outside of a terminal. */
  progress(this: void, step: string): void;
  /** Styles text for `print`. */
  readonly paint: Paint;
  /** Styles text for `warn`. */
  readonly paintWarning: Paint;
}

/** An output stream of a process. */
export interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** The process that a command runs in. */
export interface TerminalSetup {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Creates the terminal of a process. */
export function createTerminal({ stdout, stderr, env }: TerminalSetup): Terminal {
  const isWatched = stderr.isTTY === true && !isOn(env['CI']) && env['TERM'] !== 'dumb';
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write(CLEAR_LINE);
    shown = false;
  };
  const paintWarning = createPaint(hasColours(stderr, env));
  return {
    print(line) {
      clear();
      stdout.write(`${line}\n`);
    },
    warn(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(step) {
      if (!isWatched) return;
      clear();
      if (step === '') return;
      stderr.write(paintWarning('dim', step));
      shown = true;
    },
    paint: createPaint(hasColours(stdout, env)),
    paintWarning,
  };
}

const CLEAR_LINE = '\r\u001B[2K';

/** Follows https://no-color.org and https://force-color.org: the first takes precedence, and both over the stream. */
function hasColours({ isTTY = false }: Stream, env: TerminalSetup['env']): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if (env['FORCE_COLOR'] !== undefined) return isOn(env['FORCE_COLOR']) || env['FORCE_COLOR'] === '';
  return isTTY && !isOn(env['CI']) && env['TERM'] !== 'dumb';
}

const isOn = (value = ''): boolean => !['', '0', 'false'].includes(value.toLowerCase());

function createPaint(hasColours: boolean): Paint {
  // The stream is checked above; `styleText` can check it only in versions after 20.12.
  return hasColours
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_look, text) => text;
}
