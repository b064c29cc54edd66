// Large and strange sites: many languages, pages, folders and addresses.
import { deck, many, shortcode } from './site.mjs';

const config = (toml, more = {}) => ({ ...deck('# a'), 'hugo.toml': toml, ...more });
const record = (count, entryOf) => Object.fromEntries(Array.from({ length: count }, (_, n) => entryOf(n)));

export const configuration = {
  '500 languages': () =>
    config(`defaultContentLanguage = "l0"\n${many(500, (n) => `[languages.l${n}]\nweight = ${n + 1}\n`)}`),
  '1000 decks': () => record(1000, (n) => [`content/d${n}/_index.md`, deck(`# a${n}`)['content/_index.md']]),
  '5000 pages in one deck': () => ({
    ...deck('# a'),
    ...record(5000, (n) => [`content/home/p${n}.md`, `+++\nweight = ${n}\n+++\n# p${n}\n`]),
  }),
  'folders 500 deep': () => ({
    ...deck('# a'),
    [`content/${'a/'.repeat(500)}_index.md`]: deck('# b')['content/_index.md'],
  }),
  '20,000 aliases': () => deck('# a', `aliases = [${many(20_000, (n) => `"a${n}"`, ',')}]\n`),
  'one alias 20,000 times': () => deck('# a', `aliases = [${many(20_000, () => '"a"', ',')}]\n`),
  'a slug of dashes': () => deck('# a', `slug = "${'-'.repeat(100_000)}x${'-'.repeat(100_000)}"\n`),
  'an address of spaces': () => deck('# a', `url = "${' '.repeat(100_000)}x"\n`),
  'an address of slashes': () => deck('# a', `url = "${'/'.repeat(100_000)}x"\n`),
  'a description of a megabyte': () => deck('# a', `description = "${"x 'y' ".repeat(150_000)}"\n`),
  'themes that name each other': () =>
    config('theme = "a"', { 'themes/a/hugo.toml': 'theme = "b"', 'themes/b/hugo.toml': 'theme = "a"' }),
  '2000 mounts': () =>
    config(many(2000, (n) => `[[module.mounts]]\nsource = "content"\ntarget = "content/m${n}"\n`)),
  '5000 entries of a menu': () =>
    config(many(5000, (n) => `[[menus.main]]\nname = "${n}"\nparent = "${n + 1}"\nidentifier = "${n}"\n`)),
  'a menu that is its own parent': () =>
    shortcode('{{ range site.Menus.main }}{{ .Name }}{{ range .Children }}{{ .Name }}{{ end }}{{ end }}', {
      'hugo.toml':
        '[[menus.main]]\nname = "a"\nidentifier = "a"\nparent = "b"\n[[menus.main]]\nname = "b"\nidentifier = "b"\nparent = "a"\n',
    }),
  'minified: tags that stay open': () => ({
    ...deck('<b '.repeat(20_000)),
    'hugo.toml': '[minify]\nminifyOutput = true\n',
  }),
  'absolute addresses: tags that stay open': () => ({
    ...deck('<a href="/'.repeat(30_000)),
    'hugo.toml': 'canonifyURLs = true\nbaseURL = "https://example.org/a/"\n',
  }),
  'absolute addresses: 20,000 links': () => ({
    ...deck('<a href="/x">y</a>\n'.repeat(20_000)),
    'hugo.toml': 'canonifyURLs = true\nbaseURL = "https://example.org/a/"\n',
  }),
  'relative addresses: attributes that stay open': () => ({
    ...deck(`${'<a href=/x '.repeat(30_000)}${'src="'.repeat(30_000)}`),
    'hugo.toml': 'relativeURLs = true\n',
  }),
};
