/** The command `shot`. */
import { type Command, type CommandInput, type ExitCode, UsageError } from './command.ts';
import { exportOptions, report } from './export.ts';
import { pageFlags, siteFlags } from './flags.ts';

export const shotCommand: Command = {
  about: 'take a picture of one slide',
  usage: ['shot DECK#SLIDE [flags]'],
  flags: [...siteFlags, ...pageFlags, 'output', 'step', 'size', 'quiet', 'verbose', 'json'],
  maxWords: 1,
  more: [
    'The slide is a number as in the messages of check (3, or 3.2 in a stack), the id of a slide, or the hash of its address (/2/1). The extension of --output is the format: png, jpg or webp.',
    'Needs playwright-core: npm install --save-dev playwright-core',
  ],
  examples: [
    ['shot talks/boats#3', 'slide 3, in talks-boats-3.png'],
    ['shot talks/boats#intro --step 2 -o intro.png', 'a slide by its id, at its second step'],
    ['shot /#1 --size 1200 -o card.jpg', 'the first slide of the deck at the root, 1200 pixels wide'],
  ],
  run: runShot,
};

async function runShot({ values, words: [target = ''], terminal }: CommandInput): Promise<ExitCode> {
  const { checkTarget, exportShot } = await import('../export/images/shot.ts');
  const fault = checkTarget(target);
  if (fault !== undefined) throw new UsageError(`${fault}.`, 'shot');
  const result = await exportShot({
    ...exportOptions(values, terminal),
    target,
    ...(values.step !== undefined && { step: Number(values.step) }),
    ...(values.size !== undefined && { width: Number(values.size) }),
  });
  return report('shot', result, { values, terminal });
}
