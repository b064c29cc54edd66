// Front matter, data and configuration in YAML, TOML and JSON: deep, long, aliased, with names of JavaScript's own.
import { deck, many, shortcode, yamlDeck } from './site.mjs';

const inData = (name, text) =>
  shortcode('{{ len site.Data.d }}{{ site.Data.d | jsonify }}', { [`data/d.${name}`]: text });
const tomlDeck = (line) => deck('# a', `${line}\n`);
const anchors = 'abcdefghij';
/** Lists of lists of lists, each nine times the one before: a billion laughs. */
const laughs = `a: &a [l,l,l,l,l,l,l,l,l]\n${many(8, (n) => `${anchors[n + 1]}: &${anchors[n + 1]} [${Array(9).fill(`*${anchors[n]}`).join(',')}]`, '\n')}`;

/** YAML that is tried as front matter, as data and as configuration. */
const yaml = {
  'a merge of a text': '<<: x',
  'a merge of a list of texts': '<<: [x, y]',
  'a merge of itself': 'a: &a\n  <<: *a',
  'a merge of an unknown anchor': '<<: *nope',
  'an alias in its own list': 'a: &a [*a]',
  'an alias in its own map': 'a: &a\n  b: *a',
  'a cascade that holds itself': 'cascade: &a {params: *a}',
  'parameters that hold themselves': 'params: &a\n  b: *a',
  'parameters of reveal.js that hold themselves': 'reveal_hugo: &a\n  theme: black\n  b: *a',
  'a billion laughs': laughs,
  'long aliases': `a: &a ${'x'.repeat(50_000)}\nb: [${'*a,'.repeat(90)}]`,
  '100,000 keys': many(100_000, (n) => `k${n}: 1`, '\n'),
  '20,000 anchors': many(20_000, (n) => `k${n}: &a${n} 1\nl${n}: *a${n}`, '\n'),
  'one anchor 20,000 times': many(20_000, (n) => `k${n}: &a 1`, '\n'),
  'lists 5000 deep': `a: ${'['.repeat(5000)}${']'.repeat(5000)}`,
  'maps 5000 deep': `a: ${'{a: '.repeat(5000)}1${'}'.repeat(5000)}`,
  'blocks 2000 deep': many(2000, (n) => `${' '.repeat(n)}a:`, '\n'),
  'lists that stay open': `a: ${'['.repeat(10_000)}`,
  'lists 100,000 deep that stay open': `a: ${'['.repeat(100_000)}`,
  'maps 100,000 deep that stay open': `a: ${'{a: '.repeat(100_000)}`,
  'dashes 100,000 deep': `a:\n  ${'- '.repeat(100_000)}x`,
  'question marks 50,000 deep': `${'? '.repeat(50_000)}x`,
  'keys in a row 300 deep below a cascade': `cascade: {a: 1}\nb: ${'c: '.repeat(300)}{d: 1}`,
  'lists 300 deep below a cascade': `cascade: {a: 1}\nb: ${'['.repeat(300)}${']'.repeat(300)}`,
  'dashes 300 deep below a cascade': `cascade: {a: 1}\nb:\n  ${'- '.repeat(300)}x`,
  'dashes 5000 deep': `a:\n  ${'- '.repeat(5000)}x`,
  'a key that is a map': '? {a: b}\n: c',
  'a key that is a list': '? [a]\n: c',
  'a key that is nothing': '? \n: c',
  'names of JavaScript':
    '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\ntoString: 1\nhasOwnProperty: 2\nvalueOf: 3',
  'tags that are unknown': 'a: !!js/function "x"\nb: !x y\nc: !!binary "=="\nd: !!set {a}',
  'a lone surrogate': 'url: "\\uD800"',
  NUL: 'url: "a\\0b"\nslug: "\\0"\naliases: ["\\0"]',
};

/** The places of a text in YAML. */
const places = {
  'front matter': yamlDeck,
  data: (text) => inData('yaml', text),
  configuration: (text) => ({ ...deck('# a'), 'hugo.yaml': `title: T\n${text}\n` }),
};

export const data = {
  ...Object.fromEntries(
    Object.entries(yaml).flatMap(([name, text]) =>
      Object.entries(places).map(([place, siteOf]) => [`YAML in ${place}: ${name}`, () => siteOf(text)]),
    ),
  ),
  'YAML: 50,000 rows of data': () =>
    inData(
      'yaml',
      many(50_000, (n) => `- name: a${n}\n  x: ${n}`, '\n'),
    ),
  'TOML: lists 10,000 deep': () => tomlDeck(`a = ${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  'TOML: tables 5000 deep': () => tomlDeck(`a = ${'{a = '.repeat(5000)}1${'}'.repeat(5000)}`),
  'TOML: a key of 5000 parts': () => tomlDeck(`${many(5000, () => 'a', '.')} = 1`),
  'TOML: a key of 100,000 parts': () => tomlDeck(`${many(100_000, () => 'a', '.')} = 1`),
  'TOML: a table of 100,000 parts': () => tomlDeck(`[${many(100_000, () => 'a', '.')}]\nb = 1`),
  'TOML: 100,000 keys': () => tomlDeck(many(100_000, (n) => `k${n} = 1`, '\n')),
  'TOML: 20,000 tables': () => tomlDeck('[[a]]\nb = 1\n'.repeat(20_000)),
  'TOML: names of JavaScript': () =>
    tomlDeck('__proto__ = {polluted = 1}\ntoString = 1\n[constructor]\nprototype = {polluted = 1}'),
  'JSON: lists 50,000 deep': () => inData('json', `{"a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
  'JSON: lists 5000 deep in front matter': () => ({
    'content/_index.md': `{"outputs": ["Reveal"], "a": ${'['.repeat(5000)}${']'.repeat(5000)}}\n# a\n`,
  }),
  'JSON: maps 3000 deep in the configuration': () => ({
    ...deck('# a'),
    'hugo.json': `{"params": ${'{"a": '.repeat(3000)}1${'}'.repeat(3000)}}`,
  }),
  'JSON: lists a million deep': () => inData('json', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`),
  'CSV: 100,000 rows': () => inData('csv', 'a,b\n'.repeat(100_000)),
  'CSV: a quote that stays open': () => inData('csv', `a,"${'b,c\n'.repeat(50_000)}`),
  'front matter that is never closed': () => ({ 'content/_index.md': `+++\n${'a = 1\n'.repeat(50_000)}` }),
};
