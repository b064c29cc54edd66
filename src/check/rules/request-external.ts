/** Files from other hosts: without a network, or if the host is gone, the deck is incomplete. */
import { searchAddress } from '../search-address.ts';
import type { EventRule } from '../types.ts';

export const requestExternal: EventRule = {
  kind: 'event',
  code: 'request-external',
  report(event) {
    // An embedded page of another host is there on purpose.
    if (event.kind !== 'request' || !event.isExternal || event.isFrame) return undefined;
    return {
      message: `the ${event.type} ${event.url.slice(0, 200)} is on another host, so it was not loaded`,
      hint: 'Save the file in static/ and use its address there: then the deck works without a network.',
      search: searchAddress(event),
    };
  },
};
