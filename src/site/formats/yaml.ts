/**
 * The format YAML as in Hugo 0.169: version 1.2 with merge keys, but other numbers. `010` is 8 and `1_000` is 1000, but
 * `1e3`, dates and `yes` are strings. Source: docs/compatibility.md#yaml; goccy/go-yaml's token.go.
 */
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { callPackage } from '../../call-package.ts';
import { type Format, FormatError, firstLine, type RepeatedKey, type Locator } from './format.ts';
import { MAX_NESTING, tooDeep } from './nesting.ts';

const require = createRequire(import.meta.url);

/** Loads the parser on first use, because most sites have no YAML. */
const loadYaml = (): typeof Yaml => require('yaml') as typeof Yaml;

/** Parses YAML. */
export const yamlFormat: Format = {
  name: 'YAML',
  extensions: ['yaml', 'yml'],
  parse: parseYaml,
  createLocator: createYamlLocator,
};

function parseYaml(text: string, repeated?: (key: RepeatedKey) => void): unknown {
  const document = parseFirst(text);
  if (!document) return null;
  const [error] = document.errors;
  if (error) throw new FormatError(firstLine(error.message), error.pos[0]);
  checkAliases(document);
  if (repeated) findRepeated(document, repeated);
  return callPackage(
    () => document.toJS() as unknown,
    ({ reason }) => {
      // The parser limits aliases that expand exponentially, and its errors here have no position.
      throw new FormatError(firstLine(reason), 0);
    },
  );
}

/** Parses the first document; others, after `...` or a second `---`, are ignored. */
function parseFirst(text: string): Yaml.Document.Parsed | undefined {
  const { Composer } = loadYaml();
  const composer = new Composer({
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
    customTags: withHugoNumbers,
  });
  const [document] = callPackage(
    () => [...composer.compose(readTokens(text))] as readonly Yaml.Document.Parsed[],
    ({ reason }) => {
      throw new FormatError(firstLine(reason), 0);
    },
  );
  return document;
}

/** Each level is a token that is being read; the document, a key and its value are others. */
const MAX_OPEN_TOKENS = MAX_NESTING + 4;

/**
 * Reads the tokens of a text. What nests too deep is refused before it is complete: the parser would take the stack,
 * or the whole heap, to close it.
 * @yields the tokens of the parser
 * @throws {FormatError} at the first level that is too deep
 */
function* readTokens(text: string): Generator<Yaml.CST.Token, void> {
  const { Lexer, Parser } = loadYaml();
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_OPEN_TOKENS) throw tooDeep(text, parser.offset);
  }
  yield* parser.end();
}

/**
 * Checks aliases and merge keys, because the errors of the parser have no position, and tells each alias its anchor,
 * because the parser would search the whole document for each.
 */
function checkAliases(document: Yaml.Document.Parsed): void {
  const { isAlias, isScalar, visit } = loadYaml();
  const anchors = new Map<string, Anchored>();
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && typeof key.value === 'symbol') checkMerged(value, anchors);
    },
    Node(_, node, parents) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
        return;
      }
      const offset = node.range?.[0] ?? 0;
      const target = anchors.get(node.source);
      if (!target) throw new FormatError(`the anchor &${node.source} is not defined above`, offset);
      if (parents.includes(target))
        throw new FormatError(`the alias *${node.source} is inside of its own anchor`, offset);
      resolveDirectly(node, target);
    },
  });
}

type Anchored = Yaml.Scalar | Yaml.YAMLMap | Yaml.YAMLSeq;

/** Checks that a merge key has a map, or a list of maps. */
function checkMerged(value: unknown, anchors: ReadonlyMap<string, Anchored>): void {
  const { isAlias, isMap, isNode, isSeq } = loadYaml();
  const targetOf = (node: unknown): unknown => (isAlias(node) ? (anchors.get(node.source) ?? node) : node);
  const source = targetOf(value);
  for (const item of isSeq(source) ? source.items : [source]) {
    const target = targetOf(item);
    // An alias without an anchor is reported at the alias.
    if (isMap(target) || isAlias(target)) continue;
    // What an alias leads to is elsewhere: the alias is the place to fix.
    const at = isAlias(value) ? value : item;
    const offset = isNode(at) ? at.range?.[0] : undefined;
    throw new FormatError('a merge key needs a map, or an alias of one', offset ?? 0);
  }
}

/** Gives the parser the anchor of an alias as the only node to search. */
function resolveDirectly(alias: Yaml.Alias, target: Anchored): void {
  const resolve = alias.resolve.bind(alias);
  alias.resolve = (document, context) => {
    if (!context) return target;
    const before = context.aliasResolveCache;
    context.aliasResolveCache = [target];
    const found = resolve(document, context);
    if (before) context.aliasResolveCache = before;
    else delete context.aliasResolveCache;
    return found;
  };
}

function findRepeated(document: Yaml.Document.Parsed, repeated: (key: RepeatedKey) => void): void {
  const { isScalar, visit } = loadYaml();
  visit(document, {
    Map(_, { items }) {
      const offsetsByKey = new Map<string, number[]>();
      for (const { key } of items) {
        // The key `<<`, for which the parser has a symbol, may be repeated.
        if (!isScalar(key) || typeof key.value === 'symbol') continue;
        const name = String(key.value);
        const offsets = offsetsByKey.get(name);
        if (offsets) offsets.push(key.range?.[0] ?? 0);
        else offsetsByKey.set(name, [key.range?.[0] ?? 0]);
      }
      for (const [key, offsets] of offsetsByKey) if (offsets.length > 1) repeated({ key, offsets });
    },
  });
}

const INT_TAG = 'tag:yaml.org,2002:int';
const FLOAT_TAG = 'tag:yaml.org,2002:float';

/** Replaces the numbers of YAML 1.2 with Hugo's; infinity and NaN are the same in both. */
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

/** Number syntax of each base; the first row whose prefix matches applies. */
const BASES = [
  { prefix: '0x', digits: /^[\da-f]+$/i, base: '0x' },
  { prefix: '0o', digits: /^[0-7]+$/, base: '0o' },
  { prefix: '0b', digits: /^[01]+$/, base: '0b' },
  { prefix: '0', digits: /^[0-7]+$/, base: '0o' },
  { prefix: '', digits: /^\d+$/, base: '' },
] as const;

const FLOAT_RE = /^(?:\d+\.\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** The range of Go's 64-bit integers: other numbers are strings. */
const LARGEST = { positive: 2n ** 64n - 1n, negative: 2n ** 63n };

/** Parses a plain scalar as a number like Hugo; `undefined` if it is a string. */
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

/** Reads the text for keys of YAML or JSON. */
export function createYamlLocator(text: string): Locator {
  const { isMap, isNode, isScalar, isSeq } = loadYaml();
  const contents = parseFirst(text)?.contents;
  const findPair = createPairFinder();
  return (keys) => {
    let node: unknown = contents;
    let offset: number | undefined;
    for (const key of keys) {
      if (isSeq(node)) {
        node = node.items[Number(key)];
        if (!isNode(node)) return offset;
        offset = node.range?.[0] ?? offset;
      } else if (isMap(node)) {
        const pair = findPair(node, key);
        if (!pair || !isScalar(pair.key)) return offset;
        offset = pair.key.range?.[0];
        node = pair.value;
      } else return offset;
    }
    return offset;
  };
}

/** Creates a function that finds the pair of a key, in any case. It reads the keys of each map once. */
function createPairFinder(): (map: Yaml.YAMLMap, key: string) => Yaml.Pair | undefined {
  const { isScalar } = loadYaml();
  const pairsByMap = new Map<Yaml.YAMLMap, ReadonlyMap<string, Yaml.Pair>>();
  return (map, key) => {
    let pairs = pairsByMap.get(map);
    if (!pairs) {
      // The last of two keys that differ only in case is used.
      pairs = new Map(
        map.items.flatMap((pair) =>
          isScalar(pair.key) ? [[String(pair.key.value).toLowerCase(), pair] as const] : [],
        ),
      );
      pairsByMap.set(map, pairs);
    }
    return pairs.get(key.toLowerCase());
  };
}
