/** The command `doctor`. */
import type { Command } from './command.ts';
import { listenFlags, pageFlags, siteFlags } from './flags.ts';
import { announce } from './serve.ts';
import { listenOptions, siteOptions } from './site-options.ts';

export const doctorCommand: Command = {
  about: 'check a site: what it contains and what differs from Hugo',
  usage: ['doctor [DIR] [flags]'],
  flags: [...siteFlags, ...pageFlags, ...listenFlags, 'strict', 'panicOnWarning', 'json'],
  maxWords: 1,
  more: ['Reads the site as a build does and writes nothing. With --open, serves it afterwards, like dev.'],
  examples: [
    ['doctor ../my-talks', 'before you switch from Hugo'],
    ['doctor --json', 'one JSON object with all diagnostics'],
    ['doctor --strict', 'exit with code 1 on warnings, too'],
    ['doctor --open', 'check the site, then open it in a browser'],
  ],
  /** Findings are no failure of the doctor itself: the exit code tells whether a build would succeed. */
  run: async ({ values, words: [folder], terminal }) => {
    const { doctor } = await import('../doctor/doctor.ts');
    const { printExamination } = await import('../doctor/print-examination.ts');
    const options = siteOptions(folder === undefined ? values : { ...values, source: folder });
    const examination = doctor(options);
    terminal.print(values.json ? JSON.stringify(examination, undefined, 2) : printExamination(examination));
    const { open, ...listen } = listenOptions(values);
    if (!open) return examination.builds ? 0 : 1;
    const { serve } = await import('../serve/servers.ts');
    return announce(serve({ ...options, ...listen, open }), terminal);
  },
};
