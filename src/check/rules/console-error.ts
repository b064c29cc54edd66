/** Errors of scripts, and error messages in the console of the browser. */
import type { PageEvent } from '../../browser/open-deck.ts';
import type { EventRule } from '../types.ts';

export const consoleError: EventRule = {
  kind: 'event',
  code: 'console-error',
  report(event, all) {
    if (event.kind !== 'console') return undefined;
    const [line = ''] = event.message.split('\n', 1);
    // The script of another host is reported itself; nobody knows whether the deck has errors with it.
    if (MISSING_SCRIPT_RE.test(line) && all.some(isBlockedScript)) return undefined;
    return {
      message: `an error in the console: ${line.slice(0, 200)}`,
      hint: 'Open the deck with the developer tools of the browser to see where it comes from.',
      search: '',
    };
  },
};

/** What browsers say where a script uses something of another one that has not been loaded. */
const MISSING_SCRIPT_RE =
  /is not defined|is not a (?:function|constructor)|(?:of|on|from) (?:undefined|null)\b|imported module/;

/** Whether an event is the request for a script of another host, which the check blocks. */
const isBlockedScript = (event: PageEvent): boolean =>
  event.kind === 'request' && event.isExternal && event.type === 'script';
