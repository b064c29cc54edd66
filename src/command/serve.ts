/** The commands `dev` and `preview`. */
import type { RunningServer } from '../serve/servers.ts';
import type { Command, ExitCode } from './command.ts';
import { listenFlags, pageFlags, siteFlags } from './flags.ts';
import { listenOptions, siteOptions } from './site-options.ts';
import type { Terminal } from './terminal.ts';

export const devCommand: Command = {
  about: 'start the dev server with live reload',
  usage: ['dev [flags]'],
  aliases: ['server', 'serve'],
  flags: [...siteFlags, ...pageFlags, ...listenFlags, 'navigateToChanged', 'quiet'],
  examples: [
    ['dev', 'serve the current folder on port 1313, or the next free port'],
    ['dev -s talks -D --open', 'another folder, with drafts, opened in a browser'],
    ['dev --bind 0.0.0.0 -p 8080', 'available to other machines'],
  ],
  run: async ({ values, terminal }) => {
    const { serve } = await import('../serve/servers.ts');
    const { navigateToChanged = false } = values;
    return announce(serve({ ...siteOptions(values), ...listenOptions(values), navigateToChanged }), terminal);
  },
};

export const previewCommand: Command = {
  about: 'serve the built site',
  usage: ['preview [flags]'],
  flags: [...siteFlags, ...listenFlags, 'quiet'],
  examples: [
    ['preview', 'serve public/ on port 4173, under the path of the base URL'],
    ['preview -d dist --open', 'another folder, opened in a browser'],
  ],
  run: async ({ values, terminal }) => {
    const { preview } = await import('../serve/servers.ts');
    return announce(preview({ ...siteOptions(values), ...listenOptions(values) }), terminal);
  },
};

/** Waits for a server to start and prints its URLs. */
export async function announce(
  starting: Promise<RunningServer>,
  { print, warn, paint }: Terminal,
): Promise<ExitCode> {
  const { url, others, busyPort } = await starting;
  const { stayUp } = await import('../serve/servers.ts');
  stayUp(warn);
  if (busyPort !== undefined) print(`port ${busyPort} is in use, using the next free one`);
  const more = others.length > 0 ? `, on the network: ${others.join(', ')}` : '';
  print(`Serving at ${paint('cyan', url)}${more} (press Ctrl+C to stop)`);
  return 0;
}
