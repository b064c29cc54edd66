/** Files of the site that a deck asks for and does not get. */
import { searchAddress } from '../search-address.ts';
import type { EventRule } from '../types.ts';

export const requestFailed: EventRule = {
  kind: 'event',
  code: 'request-failed',
  report(event) {
    // An image of a slide is reported by the rule for images, at its element.
    if (event.kind !== 'request' || event.isExternal) return undefined;
    const { pathname } = new URL(event.url);
    // Browsers ask for an icon that no page names.
    if (pathname === '/favicon.ico') return undefined;
    return {
      message: `the ${event.type} ${pathname} could not be loaded: ${event.reason}`,
      hint: 'Check the name of the file and its folder.',
      search: searchAddress(event),
    };
  },
};
