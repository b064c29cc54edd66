/** Flags as what the functions of the house are called with. */
import type { DeckwrightOptions, ListenOptions } from '../bundle/open-site.ts';
import { pageFlags, pick, siteFlags, type Values } from './flags.ts';

/** Which site is meant, and how it is read. */
export function siteOptions(values: Values): DeckwrightOptions {
  const { baseURL, ...named } = pick(values, [...siteFlags, ...pageFlags, 'quiet']);
  const isStrict = values.strict === true || values.panicOnWarning === true;
  return { ...named, ...(baseURL && { baseURL }), strict: isStrict };
}

/** How a server listens. */
export function listenOptions({ port, bind, open, openBrowser }: Values): ListenOptions {
  return {
    ...(port !== undefined && { port: Number(port) }),
    ...(bind !== undefined && { host: bind }),
    open: open ?? openBrowser ?? false,
  };
}
