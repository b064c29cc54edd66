/**
 * YAML as Hugo 0.169 reads it: 1.2 with merge keys, but with numbers of its own. `010` is 8 and `1_000` is 1000, while
 * `1e3` is a text; dates and `yes` are texts. Source: docs/compatibility.md#yaml; goccy/go-yaml's token.go.
 */
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { type Format, FormatError, firstLine, type RepeatedKey } from './format.ts';

const require = createRequire(import.meta.url);

/** Most sites have no YAML, so its parser is loaded by the first text that needs it. */
const loadYaml = (): typeof Yaml => require('yaml') as typeof Yaml;

/** YAML. */
export const yamlFormat: Format = {
  name: 'YAML',
  extensions: ['yaml', 'yml'],
  parse: parseYaml,
  locate: locateInYaml,
};

function parseYaml(text: string, repeated?: (key: RepeatedKey) => void): unknown {
  const document = parseFirst(text);
  if (!document) return null;
  const [error] = document.errors;
  if (error) throw new FormatError(firstLine(error.message), error.pos[0]);
  requireAnchors(document);
  if (repeated) findRepeated(document, repeated);
  try {
    return document.toJS();
  } catch (error) {
    // The parser's guard against aliases that multiply each other without end.
    if (!(error instanceof ReferenceError)) throw error;
    throw new FormatError(firstLine(error.message), 0);
  }
}

/** What stands behind `...` or a second `---` is another document, and not looked at. */
function parseFirst(text: string): Yaml.Document.Parsed | undefined {
  const documents = loadYaml().parseAllDocuments(text, {
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
    customTags: withHugoNumbers,
  });
  return Array.isArray(documents) ? documents[0] : undefined;
}

/** The parser finds an alias without its anchor only when it is too late to say where it stands. */
function requireAnchors(document: Yaml.Document.Parsed): void {
  loadYaml().visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      throw new FormatError(`there is no anchor &${alias.source} above it`, alias.range?.[0] ?? 0);
    },
  });
}

function findRepeated(document: Yaml.Document.Parsed, repeated: (key: RepeatedKey) => void): void {
  const { isScalar, visit } = loadYaml();
  visit(document, {
    Map(_, { items }) {
      const places = new Map<string, number[]>();
      for (const { key } of items) {
        // Tables may be merged into another one more than once; the parser has a symbol for the key `<<`.
        if (!isScalar(key) || typeof key.value === 'symbol') continue;
        const name = String(key.value);
        places.set(name, [...(places.get(name) ?? []), key.range?.[0] ?? 0]);
      }
      for (const [key, offsets] of places) if (offsets.length > 1) repeated({ key, offsets });
    },
  });
}

const INT_TAG = 'tag:yaml.org,2002:int';
const FLOAT_TAG = 'tag:yaml.org,2002:float';

/** The tags of YAML 1.2 with Hugo's numbers in place of its own; infinity and NaN are the same in both. */
function withHugoNumbers(tags: Yaml.Tags): Yaml.Tags {
  const isNumber = (tag: Yaml.Tags[number]): boolean =>
    typeof tag === 'object' && (tag.tag === INT_TAG || (tag.tag === FLOAT_TAG && !tag.test?.test('.inf')));
  const numbers = [INT_TAG, FLOAT_TAG].map((tag): Yaml.ScalarTag => ({
    tag,
    default: true,
    test: NUMBER_RE,
    resolve: (text) => readNumber(text) ?? text,
  }));
  return [...tags.filter((tag) => !isNumber(tag)), ...numbers];
}

const NUMBER_RE = /^[-+]?[\d.][\w.+-]*$/;

/** How a number is written in each base; the first row that begins as the text does is its own. */
const BASES = [
  { prefix: '0x', digits: /^[\da-f]+$/i, base: '0x' },
  { prefix: '0o', digits: /^[0-7]+$/, base: '0o' },
  { prefix: '0b', digits: /^[01]+$/, base: '0b' },
  { prefix: '0', digits: /^[0-7]+$/, base: '0o' },
  { prefix: '', digits: /^\d+$/, base: '' },
] as const;

const FLOAT_RE = /^(?:\d+\.\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** Go's 64 bits: what does not fit into them is a text. */
const LARGEST = { positive: 2n ** 64n - 1n, negative: 2n ** 63n };

/** The number that a plain word is to Hugo; `undefined` where it is a text. */
function readNumber(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const plain = text.replace(/^[-+]/, '').replaceAll('_', '');
  if (plain.includes('.')) return FLOAT_RE.test(plain) ? sign * Number(plain) : undefined;
  if (plain === '0') return 0;
  const row = BASES.find(({ prefix }) => plain.startsWith(prefix));
  const digits = plain.slice(row?.prefix.length);
  if (!row?.digits.test(digits)) return undefined;
  const value = BigInt(`${row.base}${digits}`);
  return value <= LARGEST[sign < 0 ? 'negative' : 'positive'] ? sign * Number(value) : undefined;
}

/** Where a key stands in a YAML or a JSON text. */
export function locateInYaml(text: string, keys: readonly string[]): number | undefined {
  const { isMap, isNode, isScalar, isSeq } = loadYaml();
  let node: unknown = parseFirst(text)?.contents;
  let offset: number | undefined;
  for (const key of keys) {
    if (isSeq(node)) {
      node = node.items[Number(key)];
      if (!isNode(node)) return offset;
      offset = node.range?.[0] ?? offset;
    } else if (isMap(node)) {
      // Of a key that is there twice, in two spellings, the last one counts.
      const pair = node.items.findLast(
        (item) => isScalar(item.key) && String(item.key.value).toLowerCase() === key.toLowerCase(),
      );
      if (!pair || !isScalar(pair.key)) return offset;
      offset = pair.key.range?.[0];
      node = pair.value;
    } else return offset;
  }
  return offset;
}
