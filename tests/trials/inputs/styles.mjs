// SCSS that a template compiles.
import { many, shortcode } from './site.mjs';

const styles = {
  'a loop without end': '@while true { a { b: c } }',
  'a loop that writes nothing': '@while true {}',
  'a loop over a billion': '@for $i from 1 through 1000000000 { $a: $i; }',
  'a list that doubles': '$l: (1, 2); @while true { $l: join($l, $l); }',
  'a text that doubles': '$s: "aaaa"; @while true { $s: $s + $s; }',
  'a map that grows': '$m: (); @for $i from 1 through 100000000 { $m: map-merge($m, ($i: $m)); }',
  'a function that calls itself twice':
    '@function f($n) { @if $n > 0 { @return f($n - 1) + f($n - 1); } @return 1; }\na { b: f(60) }',
  'selectors that multiply 40 times': `${'.a, .b { '.repeat(40)}c: d${' }'.repeat(40)}`,
  'a function that calls itself': '@function f($n) { @return f($n + 1); }\na { b: f(1) }',
  'a mixin that includes itself': '@mixin m { @include m; }\na { @include m; }',
  'a file that imports itself': '@import "a";',
  'a file that uses itself': '@use "a";',
  'rules 1000 deep': `${'a { '.repeat(1000)}b: c${' }'.repeat(1000)}`,
  'rules 10,000 deep, never closed': 'a { '.repeat(10_000),
  'parentheses 5000 deep': `a { b: ${'('.repeat(5000)}1${')'.repeat(5000)} }`,
  'interpolations 3000 deep': `a { b: ${'#{'.repeat(3000)}1${'}'.repeat(3000)} }`,
  'brackets 5000 deep': `a { b: ${'['.repeat(5000)}${']'.repeat(5000)} }`,
  '20,000 rules': many(20_000, (n) => `.a${n} { b: c }\n`),
  '500 extends': `${many(500, (n) => `.a${n} { @extend .a${n + 1}; }\n`)}.a500 { b: c }`,
  'selectors that multiply': `${'.a, .b { '.repeat(14)}c: d${' }'.repeat(14)}`,
  'a comment that stays open': `/*${' *'.repeat(200_000)}`,
  'a string that stays open': `a { b: "${'x'.repeat(200_000)}`,
};

export const scss = Object.fromEntries(
  Object.entries(styles).map(([name, style]) => [
    name,
    () =>
      shortcode('{{ (resources.Get "a.scss" | toCSS).Content | len }}', {
        'assets/a.scss': style,
        // How long a stylesheet may take is for the author to choose.
        'hugo.toml': 'timeout = "2s"\n',
      }),
  ]),
);
