/** The limits of checks, as the configuration of a site sets them. */
import { isTable, readKey } from './tables.ts';
import type { SiteConfig } from './types.ts';

/** The size below which text is too small, in pixels at the size of the deck, unless the site sets another. */
const MIN_FONT = 18;

/** Reads the `limit` of a check in the configuration; `undefined` without a positive number. */
export function readCheckLimit({ params }: Pick<SiteConfig, 'params'>, code: string): number | undefined {
  const limit = ['deckwright', 'checks', code, 'limit'].reduce<unknown>(
    (value, key) => (isTable(value) ? readKey(value, key) : undefined),
    params,
  );
  return typeof limit === 'number' && limit > 0 && Number.isFinite(limit) ? limit : undefined;
}

/** Reads the size below which text is too small, in pixels at the size of the deck. */
export const readMinFont = (config: Pick<SiteConfig, 'params'>): number =>
  readCheckLimit(config, 'text-small') ?? MIN_FONT;
