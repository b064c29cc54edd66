/** Options of checks, in `params.deckwright.checks`: a level, or a table of these for each code. */
import { checkLevels } from '../../check-levels.ts';
import { diagnosticCodes } from '../../diagnostic-codes.ts';
import type { OptionRows } from './row.ts';

/** The codes of all checks. */
export const checkCodes = diagnosticCodes;

/** Options of every check. */
export const checkOptions = {
  level: { type: 'string', values: checkLevels, description: 'How serious its findings are.' },
  reason: { type: 'string', description: 'Why, for those who read the configuration.' },
} as const satisfies OptionRows;

/** The checks with a `limit`, besides the options of every check. */
export const checkLimits = {
  'image-large': {
    type: 'number',
    description: 'The size above which a picture is large, in megabytes; 2 by default.',
  },
  'text-small': {
    type: 'number',
    description: 'The size below which text is small, in pixels at the size of the deck; 18 by default.',
  },
} as const satisfies OptionRows;
