/** Turns flags into the options of `build`, `serve`, `preview` and `doctor`. */
import type { DeckwrightOptions, ListenOptions } from '../bundle/open-site.ts';
import { pageFlags, pick, siteFlags, type Values } from './flags.ts';

/** Reads the options that select a site and its pages. */
export function siteOptions(values: Values): DeckwrightOptions {
  const { baseURL, ...named } = pick(values, [...siteFlags, ...pageFlags, 'quiet']);
  const isStrict = values.strict === true || values.panicOnWarning === true;
  return { ...named, ...(baseURL && { baseURL }), strict: isStrict };
}

/** Reads the options of a server. */
export function listenOptions({ port, bind, open, openBrowser }: Values): ListenOptions {
  return {
    ...(port !== undefined && { port: Number(port) }),
    ...(bind !== undefined && { host: bind }),
    open: open ?? openBrowser ?? false,
  };
}
