/**
 * What the threads of Sass say to each other. The build waits for an answer, and so does Sass for a file, so their
 * messages are read without an event loop: who sends one adds to a counter, which wakes who waits for it.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { ScssJob, ScssOutcome } from './scss-types.ts';

/** What the guard and its compiler need; the guard gets it as `workerData`. */
export interface ScssChannel {
  /** Counts messages to the build, and those to the compiler. */
  readonly counters: Int32Array;
  /** The end of the compiler's port to the build. */
  readonly port: MessagePort;
  /** The end of the guard's port to the build. */
  readonly guardPort: MessagePort;
  readonly limits: ScssLimits;
}

/** The limits of the guard. */
export interface ScssLimits {
  /** The heap of a compilation, in megabytes. */
  readonly memory: number;
  /** How long the threads wait for another stylesheet before they end, in milliseconds. */
  readonly idle: number;
}

/** A job with its limit of time, in milliseconds. */
export interface TimedJob {
  readonly job: ScssJob;
  readonly time: number;
}

/** A message to the build. */
export type ToBuild =
  | { readonly kind: 'find' | 'read'; readonly path: string }
  | { readonly kind: 'done'; readonly outcome: ScssOutcome }
  | { readonly kind: 'ended'; readonly reason: EndReason };

/** Why the guard has ended a compilation. */
export type EndReason = 'time' | 'memory' | 'thread';

/** How long Sass may take to load, in milliseconds: a stylesheet has its own time after that. */
export const LOAD_TIME = 60_000;

/** The counters, by who waits. */
export const BUILD = 0;
export const COMPILER = 1;

/** Sends a message, and wakes who waits for it. */
export function send(port: MessagePort, message: unknown, counters: Int32Array, receiver: number): void {
  port.postMessage(message, []);
  Atomics.add(counters, receiver, 1);
  Atomics.notify(counters, receiver);
}

/**
 * Waits for a message on some ports.
 * @param timeout in milliseconds
 * @returns `undefined` if none came in time
 */
export function waitForMessage(
  ports: readonly MessagePort[],
  counters: Int32Array,
  receiver: number,
  timeout = Infinity,
): { readonly message: unknown } | undefined {
  const end = performance.now() + timeout;
  for (;;) {
    // The counter is read before the ports, so that no message comes in between unnoticed.
    const count = Atomics.load(counters, receiver);
    for (const port of ports) {
      const found = receiveMessageOnPort(port);
      if (found) return found;
    }
    const rest = end - performance.now();
    if (rest <= 0) return undefined;
    Atomics.wait(counters, receiver, count, rest);
  }
}
