/** Where a command prints: colours and progress are for people in front of a terminal, and for no file or pipe. */
import { styleText } from 'node:util';

/** The looks that words can have. */
export type Look = 'bold' | 'dim' | 'cyan' | 'green' | 'red' | 'yellow';

/** Gives words a look; where there are no colours, they stay as they are. */
export type Paint = (look: Look, text: string) => string;

/** Standard output and standard error. */
export interface Terminal {
  /** Prints a line of the result. */
  print(this: void, line: string): void;
  /** Prints a line beside the result. */
  warn(this: void, line: string): void;
  /** Says what is done now, in a line that the next one takes the place of; nothing where nobody watches. */
  progress(this: void, step: string): void;
  /** For what `print` is given. */
  readonly paint: Paint;
  /** For what `warn` is given. */
  readonly paintWarning: Paint;
}

/** One of the two streams of a process. */
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

/** Opens it. */
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

/** https://no-color.org and https://force-color.org: the first wins, and both win over what the stream is. */
function hasColours({ isTTY = false }: Stream, env: TerminalSetup['env']): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if (env['FORCE_COLOR'] !== undefined) return isOn(env['FORCE_COLOR']) || env['FORCE_COLOR'] === '';
  return isTTY && !isOn(env['CI']) && env['TERM'] !== 'dumb';
}

const isOn = (value = ''): boolean => !['', '0', 'false'].includes(value.toLowerCase());

function createPaint(hasColours: boolean): Paint {
  // Whether the stream takes colours is known here; Node's own look at it came after 20.12.
  return hasColours
    ? (look, text) => styleText(look, text, { validateStream: false })
    : (_look, text) => text;
}
