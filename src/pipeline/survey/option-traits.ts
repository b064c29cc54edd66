/** Options of reveal.js as their author spelt them. */
import { placeOfKey } from '../../site/layers.ts';
import { isTable } from '../../tables.ts';
import { offsetOfKey, readPath } from '../../site/formats.ts';
import type { Table } from '../../types.ts';
import type { Site } from '../find-site.ts';
import { spotAt } from './spots.ts';
import type { Trait } from './trait.ts';

/** Hugo writes all keys in lower case, so that options with capitals never reach reveal.js; in tables they are a plugin's. */
const CAPITAL_RE = /[a-z][A-Z]/;

/** Options in camelCase, of the site and of its decks. */
export function surveyOptions({ config, decks }: Site): readonly Trait[] {
  const ofSite = camelCaseKeys(config.params, ['reveal_hugo']).flatMap((keys) => {
    const { source, offset = 0 } = placeOfKey(config.layers, ['params', ...keys]);
    return source ? [trait(spotAt(source, offset))] : [];
  });
  const ofDecks = decks.flatMap(({ head: { params, place } }) =>
    [['reveal_hugo'], ['params', 'reveal_hugo']]
      .flatMap((path) => camelCaseKeys(params, path))
      .map((keys) => trait(spotAt(place.source, offsetOfKey(place, keys)))),
  );
  return [...ofSite, ...ofDecks];
}

const trait = (spot: Trait['spot']): Trait => ({ kind: 'camel-case-option', spot });

function camelCaseKeys(params: Table, path: readonly string[]): readonly (readonly string[])[] {
  const options = readPath(params, path);
  if (!isTable(options)) return [];
  return Object.keys(options)
    .filter((key) => CAPITAL_RE.test(key))
    .map((key) => [...path, key]);
}
