/** The command `doctor`. */
import type { Command } from './command.ts';
import { listenFlags, pageFlags, siteFlags } from './flags.ts';
import { announce } from './serve.ts';
import { listenOptions, siteOptions } from './site-options.ts';

export const doctorCommand: Command = {
  about: 'say what a site is made of and what will differ from Hugo',
  usage: ['doctor [DIR] [flags]'],
  flags: [...siteFlags, ...pageFlags, ...listenFlags, 'strict', 'panicOnWarning', 'json'],
  mostWords: 1,
  more: ['It reads the site as a build does, and writes nothing. With --open, it goes on as dev does.'],
  examples: [
    ['doctor ../my-talks', 'before you switch'],
    ['doctor --json', 'one JSON object, with every diagnostic in full'],
    ['doctor --strict', 'exit code 1 on warnings, too'],
    ['doctor --open', 'and serve the decks, to see how they look'],
  ],
  /** Whatever the doctor finds, it has done its work; the exit code says whether a build would do its own. */
  run: async ({ values, words: [folder], terminal }) => {
    const { doctor } = await import('../doctor/doctor.ts');
    const { printExamination } = await import('../doctor/print-examination.ts');
    const options = siteOptions(folder === undefined ? values : { ...values, source: folder });
    const examination = doctor(options);
    terminal.print(values.json ? JSON.stringify(examination, undefined, 2) : printExamination(examination));
    const { open, ...listen } = listenOptions(values);
    if (!open) return examination.builds ? 0 : 1;
    const { serve } = await import('../bundle/server/servers.ts');
    return announce(serve({ ...options, ...listen, open }), terminal);
  },
};
