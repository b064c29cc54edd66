/** Errors of scripts, and error messages in the console of the browser. */
import type { EventRule } from '../types.ts';

export const consoleError: EventRule = {
  kind: 'event',
  code: 'console-error',
  report(event) {
    if (event.kind !== 'console') return undefined;
    const [line = ''] = event.message.split('\n', 1);
    return {
      message: `an error in the console: ${line.slice(0, 200)}`,
      hint: 'Open the deck with the developer tools of the browser to see where it comes from.',
      search: '',
    };
  },
};
