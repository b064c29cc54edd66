/** A site as an author has it while writing, and as a reader has it when it is published. */
import path from 'node:path';
import { build, preview, type RunningServer, serve } from '../../src/index.ts';

/** Serves a site; the port is any that is free. */
export type Mode = (source: string) => Promise<RunningServer>;

/** Builds a site into `published/` and serves what a reader gets. */
export const published: Mode = async (source) => {
  const destination = path.join(source, 'published');
  await build({ source, destination, quiet: true });
  return preview({ source, destination, port: 0 });
};

/** Every spec that does not edit runs in both. */
export const modes: readonly (readonly [string, Mode])[] = [
  ['dev', (source) => serve({ source, port: 0, quiet: true })],
  ['build', published],
];
