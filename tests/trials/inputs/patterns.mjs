// Patterns of the author that take exponential time with backtracking, and linear time in Go; and globs likewise.
import { deck, shortcode } from './site.mjs';

/** A pattern, and a text that it almost matches. */
const expressions = [
  ['(a+)+$', `${'a'.repeat(40)}!`],
  ['^(a|aa)+$', `${'a'.repeat(60)}!`],
  ['(.*)*x', 'a'.repeat(40)],
  ['(x+x+)+y', 'x'.repeat(50)],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(60)],
  ['(a?){40}a{40}', 'a'.repeat(40)],
  ['.*.*=.*', 'a'.repeat(50_000)],
  ['\\s+$', `${' '.repeat(50_000)}x`],
  ['(a{1,1000}){1,1000}b', 'a'.repeat(3000)],
  ['(?i)(?:a|b|ab)*c', 'ab'.repeat(5000)],
];
const quote = (text) => JSON.stringify(text);

/** What takes a pattern in a template. */
const functions = {
  findRE: (pattern, text) => `{{ len (findRE ${quote(pattern)} ${quote(text)}) }}`,
  findRESubmatch: (pattern, text) => `{{ len (findRESubmatch ${quote(pattern)} ${quote(text)}) }}`,
  replaceRE: (pattern, text) => `{{ replaceRE ${quote(pattern)} "y" ${quote(text)} | len }}`,
};

const globs = [
  '*a'.repeat(30) + 'b',
  '**/'.repeat(30) + 'b',
  '{a,b}'.repeat(30),
  '+(+(a))b',
  '*(*(*(a)))b',
  '{1..1000000}',
  '{1..9}'.repeat(12),
  '{'.repeat(500),
  '['.repeat(500),
  '!(!(a))',
  '(a+)+$',
];
const name = 'a'.repeat(100);

/** Where a glob may be. */
const places = {
  'resources.Match': (glob) =>
    shortcode(`{{ len (resources.Match ${quote(glob)}) }}`, { [`assets/${name}`]: 'x' }),
  'a cascade': (glob) => ({
    ...deck('# a'),
    'hugo.toml': `[[cascade]]\n[cascade.target]\npath = ${quote(glob)}\n`,
    [`content/${name}.md`]: 'x',
  }),
  'the files of a mount': (glob) => ({
    ...deck('# a'),
    'hugo.toml': `[[module.mounts]]\nsource = "content"\ntarget = "content"\nexcludeFiles = [${quote(glob)}]\n`,
    [`content/${name}.md`]: 'x',
  }),
  'resources of a page': (glob) => ({
    ...deck('# a', `[[resources]]\nsrc = ${quote(glob)}\nname = "x"\n`),
    [`content/${name}.txt`]: 'x',
  }),
};

export const patterns = {
  ...Object.fromEntries(
    expressions.flatMap(([pattern, text]) => [
      ...Object.entries(functions).map(([called, templateOf]) => [
        `${called} ${pattern}`,
        () => shortcode(templateOf(pattern, text)),
      ]),
      [
        `ignoreFiles ${pattern}`,
        () => ({
          ...deck('# a'),
          'hugo.toml': `ignoreFiles = [${quote(pattern)}]\n`,
          [`content/${text.slice(0, 200)}.md`]: 'x',
        }),
      ],
      [
        `security.funcs.getenv ${pattern}`,
        () =>
          shortcode(`{{ getenv ${quote(text.slice(0, 200))} }}`, {
            'hugo.toml': `[security.funcs]\ngetenv = [${quote(pattern)}]\n`,
          }),
      ],
    ]),
  ),
  ...Object.fromEntries(
    globs.flatMap((glob) =>
      Object.entries(places).map(([place, siteOf]) => [
        `${glob.slice(0, 20)} in ${place}`,
        () => siteOf(glob),
      ]),
    ),
  ),
};
