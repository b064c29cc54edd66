/** The commands `dev` and `preview`. */
import type { RunningServer } from '../bundle/server/servers.ts';
import type { Command, ExitCode } from './command.ts';
import { listenFlags, pageFlags, siteFlags } from './flags.ts';
import { listenOptions, siteOptions } from './site-options.ts';
import type { Terminal } from './terminal.ts';

export const devCommand: Command = {
  about: 'serve the site and show every change at once',
  usage: ['dev [flags]'],
  aliases: ['server', 'serve'],
  flags: [...siteFlags, ...pageFlags, ...listenFlags, 'navigateToChanged', 'quiet'],
  examples: [
    ['dev', 'serve this folder on port 1313, or the next one that is free'],
    ['dev -s talks -D --open', 'another folder, drafts too, in a browser at once'],
    ['dev --bind 0.0.0.0 -p 8080', 'for other machines, too'],
  ],
  run: async ({ values, terminal }) => {
    const { serve } = await import('../bundle/server/servers.ts');
    const { navigateToChanged = false } = values;
    return announce(serve({ ...siteOptions(values), ...listenOptions(values), navigateToChanged }), terminal);
  },
};

export const previewCommand: Command = {
  about: 'serve what was built',
  usage: ['preview [flags]'],
  flags: [...siteFlags, ...listenFlags, 'quiet'],
  examples: [
    ['preview', 'serve public/ on port 4173, below the path of the base URL'],
    ['preview -d dist --open', 'another folder, in a browser at once'],
  ],
  run: async ({ values, terminal }) => {
    const { preview } = await import('../bundle/server/servers.ts');
    return announce(preview({ ...siteOptions(values), ...listenOptions(values) }), terminal);
  },
};

/** Waits for a server and says where it is. */
export async function announce(
  starting: Promise<RunningServer>,
  { print, paint }: Terminal,
): Promise<ExitCode> {
  const { url, others, busyPort } = await starting;
  if (busyPort !== undefined) print(`port ${busyPort} is taken, so the next one that is free is used`);
  const more = others.length > 0 ? `, for other machines at ${others.join(' and ')}` : '';
  print(`deckwright is at ${paint('cyan', url)}${more} (Ctrl+C stops it)`);
  return 0;
}
