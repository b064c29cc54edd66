/** What stands in values: fields of objects, keys of maps, elements of lists. */
import { Float, GoObject, isMap, SafeText } from '../../gotemplate/values.ts';
import { GoInteger } from './go-integer.ts';
import { GoTime } from '../time/object.ts';

/**
 * A key of a map. The maps that Hugo makes of params have their keys in lower case and are asked in any case; ours
 * keep the author's letters, so a key that is not there as it is written is looked for without regard to case.
 */
export function readKey(map: Readonly<Record<string, unknown>>, key: string): unknown {
  if (Object.hasOwn(map, key)) return map[key];
  const lower = key.toLowerCase();
  const found = Object.keys(map).find((candidate) => candidate.toLowerCase() === lower);
  return found === undefined ? undefined : map[found];
}

/** A field of an object or a key of a map; methods without arguments are called. `undefined` where there is none. */
export function readField(value: unknown, name: string): unknown {
  if (isMap(value)) return readKey(value, name);
  if (!(value instanceof GoObject)) return undefined;
  const member = value.member(name);
  return typeof member === 'function' ? (member as () => unknown)() : member;
}

/** What stands at a dotted path: `Params.author.name`. An empty path is the value itself. */
export function readFieldPath(value: unknown, path: string): unknown {
  const names = path.split('.').filter((name) => name !== '');
  return names.reduce<unknown>((current, name) => readField(current, name), value);
}

/** What tells two values apart in sets: numbers by their value, maps and lists by what stands in them. */
export function createIdentity(value: unknown): unknown {
  if (value instanceof Float) return value.value;
  if (value === null) return undefined;
  if (Array.isArray(value)) return `list:${JSON.stringify(value.map(identityText))}`;
  if (isMap(value)) {
    const keys = Object.keys(value).sort();
    return `map:${JSON.stringify(keys.map((key) => [key, identityText(value[key])]))}`;
  }
  if (value instanceof GoInteger) return value.value;
  if (value instanceof GoTime) return `time:${value.nanoseconds}`;
  return value instanceof SafeText ? value.text : value;
}

function identityText(value: unknown): unknown {
  const identity = createIdentity(value);
  return identity instanceof GoObject
    ? `${identity.typeName} ${identity.toString()}`
    : [typeof identity, identity];
}
