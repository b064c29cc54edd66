/**
 * Counts work instead of time, so that a test can tell linear from quadratic on any machine: how often blocks of code
 * run, and how many characters and elements the built-in functions go through.
 */
import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

/** A method of a built-in that goes through characters or elements, and the number of them in a call. */
interface Measured {
  readonly owner: object;
  readonly name: string;
  readonly size: (self: { readonly length: number }, args: readonly unknown[], result: unknown) => number;
}

const whole: Measured['size'] = ({ length }) => length;
const found: Measured['size'] = ({ length }, [, from], result) =>
  (Number(result) < 0 ? length : Number(result)) - (Number(from) || 0);

const MEASURED: readonly Measured[] = [
  ...['split', 'replaceAll', 'toLowerCase', 'normalize'].map((name) => ({
    owner: String.prototype,
    name,
    size: whole,
  })),
  { owner: String.prototype, name: 'indexOf', size: found },
  {
    owner: String.prototype,
    name: 'includes',
    size: ({ length }, [, from], result) => (result ? 0 : length - (Number(from) || 0)),
  },
  ...['slice', 'splice', 'concat'].map((name) => ({
    owner: Array.prototype,
    name,
    size: (_self: unknown, _args: unknown, result: unknown) => (result as unknown[]).length,
  })),
];

/** The work of a function. */
export interface Work {
  /** How often blocks of code ran. */
  readonly blocks: number;
  /** The characters and elements that built-in functions went through. */
  readonly scanned: number;
}

/** Counts the work of functions. */
export class WorkMeter {
  readonly #session = new Session();

  constructor() {
    for (const name of OPTIMIZERS) setFlagsFromString(`--no-${name}`);
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Runs a function and counts its work. */
  count(run: () => unknown): Work {
    this.#takeBlocks();
    let scanned = 0;
    const restore = MEASURED.map((measured) => measure(measured, (size) => (scanned += size)));
    try {
      run();
    } finally {
      for (const undo of restore) undo();
    }
    return { blocks: this.#takeBlocks(), scanned };
  }

  close(): void {
    this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
    for (const name of OPTIMIZERS) setFlagsFromString(`--${name}`);
  }

  /** The number of blocks that ran since the last call. */
  #takeBlocks(): number {
    let blocks = 0;
    this.#session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      for (const { functions } of result)
        for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
    });
    return blocks;
  }
}

/**
 * The optimizing compilers of V8. They work in the background, so what is optimized when depends on the load of the
 * machine, and a function that is inlined counts no calls.
 */
const OPTIMIZERS = Number.parseInt(process.versions.v8, 10) < 12 ? ['opt'] : ['opt', 'maglev'];

type Method = (this: unknown, ...args: unknown[]) => unknown;

function measure({ owner, name, size }: Measured, count: (size: number) => void): () => void {
  const methods = owner as Record<string, Method>;
  const method = methods[name] as Method;
  methods[name] = function (...args) {
    const result = Reflect.apply(method, this, args);
    count(size(this as { readonly length: number }, args, result));
    return result;
  };
  return () => {
    methods[name] = method;
  };
}
