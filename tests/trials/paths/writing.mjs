// Where a path of the author decides what a build writes. Each is tried with every value of values.mjs.
import { config, deck, page, shortcode } from './sites.mjs';

const SCSS = { 'assets/a.scss': 'a { b: c }' };
/** What a template makes of an asset with a name of its own choice. */
const asset = (call) => (path) => ({
  ...shortcode(`{{ with ${call(path)} }}{{ .RelPermalink }}{{ .Publish }}{{ end }}`),
  ...SCSS,
  'assets/a.txt': 'x',
  'assets/a.js': 'x',
});

export const writing = {
  'url of a deck': (path) => ({ ...deck(), 'content/d/_index.md': page(`url = "${path}"`) }),
  'slug of a deck': (path) => ({ ...deck(), 'content/d/_index.md': page(`slug = "${path}"`) }),
  'slug of the home deck': (path) => deck(`slug = "${path}"`),
  'url of a page': (path) => ({
    ...deck(),
    'content/p.md': `+++\nurl = "${path}"\n+++\nx`,
    'layouts/_default/single.html': 'x',
  }),
  'slug of a page': (path) => ({
    ...deck(),
    'content/p.md': `+++\nslug = "${path}"\n+++\nx`,
    'layouts/_default/single.html': 'x',
  }),
  'slug with ugly addresses': (path) =>
    config('uglyURLs = true\n', {
      'content/p.md': `+++\nslug = "${path}"\n+++\nx`,
      'layouts/_default/single.html': 'x',
    }),
  'slug in a permalink': (path) =>
    config('[permalinks.page]\nd = "/:slug/"\n', {
      'content/d/p.md': `+++\nslug = "${path}"\n+++\nx`,
      'layouts/_default/single.html': 'x',
    }),
  'title in a permalink': (path) =>
    config('[permalinks.page]\nd = "/:title/"\n', {
      'content/d/p.md': `+++\ntitle = "${path}"\n+++\nx`,
      'layouts/_default/single.html': 'x',
    }),
  permalink: (path) =>
    config(`[permalinks.page]\nd = "${path}/:slug"\n[permalinks.section]\nd = "${path}/:title"\n`, {
      'content/d/_index.md': page(),
      'content/d/p.md': 'x',
      'layouts/_default/single.html': 'x',
    }),
  alias: (path) => ({ ...deck(), 'content/d/_index.md': page(`aliases = ["${path}"]`) }),
  'a term of a taxonomy': (path) => ({
    ...deck(`tags = ["${path}"]`),
    'layouts/_default/term.html': 'x',
    'layouts/_default/taxonomy.html': 'x',
  }),
  'the name of a taxonomy': (path) =>
    config(`[taxonomies]\n"${path}" = "${path}"\n`, {
      'content/p.md': `+++\n"${path}" = ["x"]\n+++\nx`,
      'layouts/_default/term.html': 'x',
      'layouts/_default/taxonomy.html': 'x',
    }),
  'the sitemap': (path) => config(`baseURL = "https://example.org/"\n[sitemap]\nfilename = "${path}"\n`),
  'the name of an output format': (path) =>
    config(
      `[outputFormats.Extra]\nmediaType = "text/html"\nbaseName = "${path}"\n[outputs]\nhome = ["Reveal", "Extra"]\n`,
      { 'layouts/index.extra.html': 'x' },
    ),
  'the path of an output format': (path) =>
    config(
      `[outputFormats.Extra]\nmediaType = "text/html"\npath = "${path}"\n[outputs]\nhome = ["Reveal", "Extra"]\n`,
      { 'layouts/index.extra.html': 'x' },
    ),
  'a language': (path) =>
    config(`defaultContentLanguage = "en"\n[languages.en]\n[languages."${path}"]\nweight = 2\n`, {
      'content/d/_index.md': page(),
    }),
  'a language with content of its own': (path) =>
    config(
      `defaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content"\n[languages."${path}"]\ncontentDir = "other"\n`,
      { 'other/_index.md': page() },
    ),
  'the default language': (path) =>
    config(`defaultContentLanguage = "${path}"\ndefaultContentLanguageInSubdir = true\n`),
  'the language of a mount': (path) =>
    config(
      `[[module.mounts]]\nsource = "content"\ntarget = "content"\nlang = "${path}"\n[languages."${path}"]\nweight = 1\n`,
    ),
  'a mount of static files': (path) =>
    config(`[[module.mounts]]\nsource = "files"\ntarget = "static/${path}"\n`, { 'files/f.txt': 'x' }),
  'a mount of content': (path) =>
    config(
      `[[module.mounts]]\nsource = "content"\ntarget = "content"\n[[module.mounts]]\nsource = "other"\ntarget = "content/${path}"\n`,
      { 'other/_index.md': page() },
    ),
  'the name of a resource': (path) => ({
    ...deck(`[[resources]]\nsrc = "a.txt"\nname = "${path}"`, '# a\n\n{{< x >}}'),
    'content/a.txt': 'x',
    'layouts/shortcodes/x.html': '{{ range .Page.Resources }}{{ .RelPermalink }}{{ end }}',
  }),
  'targetPath of a theme': (path) => ({
    ...deck(
      `[reveal_hugo]\ncustom_theme = "a.scss"\ncustom_theme_compile = true\n[reveal_hugo.custom_theme_options]\ntargetPath = "${path}"`,
    ),
    ...SCSS,
  }),
  'resources.FromString': asset((path) => `resources.FromString "${path}" "x"`),
  'resources.Copy': asset((path) => `resources.Get "a.txt" | resources.Copy "${path}"`),
  'resources.Concat': asset((path) => `slice (resources.Get "a.txt") | resources.Concat "${path}"`),
  'resources.ExecuteAsTemplate': asset(
    (path) => `resources.Get "a.txt" | resources.ExecuteAsTemplate "${path}" .`,
  ),
  'targetPath of toCSS': asset((path) => `resources.Get "a.scss" | toCSS (dict "targetPath" "${path}")`),
  'targetPath of css.Sass': asset(
    (path) => `resources.Get "a.scss" | css.Sass (dict "targetPath" "${path}")`,
  ),
  'targetPath of js.Build': asset((path) => `resources.Get "a.js" | js.Build (dict "targetPath" "${path}")`),
  'the folder of a QR code': (path) =>
    deck('', `{{< qr text="x" dir="${path}" targetDir="${path}" name="${path}" />}}`),
};
