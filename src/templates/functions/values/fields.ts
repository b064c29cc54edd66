/** Reads parts of values: fields of objects, keys of maps, elements of lists. */
import { Float, GoObject, isMap, SafeText } from '../../gotemplate/values.ts';
import { GoInteger } from './go-integer.ts';
import { GoTime } from '../time/object.ts';

/**
 * Reads a key of a map. Hugo lower-cases the keys of params and finds them in any case; here maps keep the author's
 * case, so a key that is missing as written is searched case-insensitively.
 */
export function readKey(map: Readonly<Record<string, unknown>>, key: string): unknown {
  if (Object.hasOwn(map, key)) return map[key];
  const lower = key.toLowerCase();
  const found = Object.keys(map).find((candidate) => candidate.toLowerCase() === lower);
  return found === undefined ? undefined : map[found];
}

/** Reads a field of an object or a key of a map; methods without arguments are called. `undefined` if there is none. */
export function readField(value: unknown, name: string): unknown {
  if (isMap(value)) return readKey(value, name);
  if (!(value instanceof GoObject)) return undefined;
  const member = value.member(name);
  return typeof member === 'function' ? (member as () => unknown)() : member;
}

/** Reads the value at a dotted path: `Params.author.name`. An empty path is the value itself. */
export function readFieldPath(value: unknown, path: string): unknown {
  const names = path.split('.').filter((name) => name !== '');
  return names.reduce<unknown>((current, name) => readField(current, name), value);
}

/** Creates the identity of a value in sets: numbers by value, maps and lists by content. */
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
