/** Finds options of reveal.js in camelCase. */
import { locateKey } from '../../site/locate-key.ts';
import { isTable } from '../../tables.ts';
import { findKeyOffset, readPath } from '../../site/formats/formats.ts';
import type { Table } from '../../types.ts';
import type { Site } from '../find-site.ts';
import { positionAt } from './locations.ts';
import type { SurveyFinding } from './finding.ts';

/** Hugo lowercases all keys, so options in camelCase never reach reveal.js there; keys of nested tables are a plugin's. */
const CAPITAL_RE = /[a-z][A-Z]/;

/** Options in camelCase in the configuration and in the front matter of decks. */
export function surveyOptions({ config, decks }: Site): readonly SurveyFinding[] {
  const ofSite = camelCaseKeys(config.params, ['reveal_hugo']).flatMap((keys) => {
    const { source, offset = 0 } = locateKey(config.layers, ['params', ...keys]);
    return source ? [createFinding(positionAt(source, offset))] : [];
  });
  const ofDecks = decks.flatMap(({ head: { params, location } }) =>
    [['reveal_hugo'], ['params', 'reveal_hugo']]
      .flatMap((path) => camelCaseKeys(params, path))
      .map((keys) => createFinding(positionAt(location.source, findKeyOffset(location, keys)))),
  );
  return [...ofSite, ...ofDecks];
}

const createFinding = (position: SurveyFinding['position']): SurveyFinding => ({
  kind: 'camel-case-option',
  position,
});

function camelCaseKeys(params: Table, path: readonly string[]): readonly (readonly string[])[] {
  const options = readPath(params, path);
  if (!isTable(options)) return [];
  return Object.keys(options)
    .filter((key) => CAPITAL_RE.test(key))
    .map((key) => [...path, key]);
}
