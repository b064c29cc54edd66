// Where a path of the author decides what is read. `OUTER` is the folder around the site.
import { config, deck, page, shortcode } from './sites.mjs';

/** Paths from the site to what is around it. */
const paths = {
  up: '../secret.txt',
  'up from assets': '../../secret.txt',
  'far up': '../../../../../../../../../../OUTER/secret.txt',
  absolute: 'OUTER/secret.txt',
  'a file address': 'file://OUTER/secret.txt',
  'dots that filters leave': '....//secret.txt',
  backslashes: '..\\\\secret.txt',
  encoded: '..%2fsecret.txt',
  NUL: '../secret.txt\\u0000.md',
  'down and up': 'content/../../secret.txt',
  'up from the root': '/../secret.txt',
  'a folder of a longer name': '../site-beside/secret.txt',
};

const calls = {
  readFile: (path) => `{{ readFile "${path}" }}`,
  readDir: (path) => `{{ range readDir (path.Dir "${path}") }}{{ .Name }} {{ end }}`,
  fileExists: (path) => `{{ if fileExists "${path}" }}secret-7f3a{{ end }}`,
  'os.Stat': (path) => `{{ with os.Stat "${path}" }}{{ if not .IsDir }}secret-7f3a{{ end }}{{ end }}`,
  'resources.Get': (path) => `{{ with resources.Get "${path}" }}{{ .Content }} {{ .RelPermalink }}{{ end }}`,
  'resources.Match': (path) =>
    `{{ range resources.Match "${path}" }}{{ .Content }} {{ .RelPermalink }}{{ end }}`,
  'resources of the page': (path) => `{{ with .Page.Resources.GetMatch "${path}" }}{{ .Content }}{{ end }}`,
  partial: (path) => `{{ partial "${path}" . }}`,
  'site.GetPage': (path) => `{{ with site.GetPage "${path}" }}{{ .Title }}{{ end }}`,
};

/** Keys of a deck that name files, without and with their endings. */
const keys = {
  theme: (path) => `theme = "${path}"`,
  highlight_theme: (path) => `highlight_theme = "${path}"`,
  custom_css: (path) => `custom_css = "${path}"`,
  custom_js: (path) => `custom_js = "${path}"`,
  custom_theme: (path) => `custom_theme = "${path}"`,
  'custom_theme that is compiled': (path) => `custom_theme = "${path}"\ncustom_theme_compile = true`,
  plugins: (path) => `[[reveal_hugo.plugins]]\nname = "RevealX"\nsource = "${path}"`,
};
const files = [
  '../../secret',
  '../secret.css',
  '../../secret.scss',
  '../../../../../../../../..OUTER/secret',
  'OUTER/secret.css',
  'file://OUTER/secret.css',
  '..%2f..%2fsecret.css',
  '..\\\\secret.css',
];

const folders = ['../beside', 'OUTER/beside', 'content/../../beside', '..\\\\beside', '..'];
const folderKeys = [
  'contentDir',
  'staticDir',
  'layoutDir',
  'dataDir',
  'assetDir',
  'i18nDir',
  'archetypeDir',
  'themesDir',
];

const imports = [
  '../../secret',
  '../../secret.scss',
  'OUTER/secret.scss',
  'file://OUTER/secret.scss',
  '..%2f..%2fsecret.scss',
  'site:/..%2f..%2fsecret.scss',
  'reveal:/../../../../../../../../..OUTER/secret.scss',
];
const style = (text) => ({
  ...deck('[reveal_hugo]\ncustom_theme = "t.scss"\ncustom_theme_compile = true'),
  'assets/t.scss': text,
});

const texts = [
  '{{< figure src="../../secret.txt" >}}',
  '![x](../../secret.txt)',
  '{{% readfile "../secret.txt" %}}',
  '{{< slide content="../secret" >}}',
  '{{< slide content="home.../../secret" >}}',
  '{{< slide template="../../secret" >}}',
  '{{< ../../../secret >}}',
  '{{% ../secret %}}',
  '<section data-markdown="../../secret.md"></section>',
  '{{< slide background-image="../../secret.txt" >}}',
];

/** Sites by name. */
export const reading = {
  ...Object.fromEntries(
    Object.entries(calls).flatMap(([call, templateOf]) =>
      Object.entries(paths).map(([name, path]) => [`${call}, ${name}`, shortcode(templateOf(path))]),
    ),
  ),
  ...Object.fromEntries(
    Object.entries(keys).flatMap(([key, textOf]) =>
      files.map((file) => [
        `${key} ${file}`,
        deck(`[reveal_hugo]\n${textOf(file)}`, '# a\n\n```js\nlet a\n```'),
      ]),
    ),
  ),
  ...Object.fromEntries(
    folderKeys.flatMap((key) =>
      folders.map((folder) => [`${key} ${folder}`, config(`${key} = "${folder}"\ntheme = "beside"\n`)]),
    ),
  ),
  ...Object.fromEntries(
    folders.flatMap((folder) =>
      ['static', 'content', 'layouts', 'assets', 'data'].map((target) => [
        `a mount of ${folder} as ${target}`,
        {
          ...shortcode('{{ site.Data }}{{ range resources.Match "**" }}{{ .Content }}{{ end }}'),
          'hugo.toml': `[[module.mounts]]\nsource = "content"\ntarget = "content"\n[[module.mounts]]\nsource = "${folder}"\ntarget = "${target}"\n`,
        },
      ]),
    ),
  ),
  ...Object.fromEntries(folders.map((folder) => [`theme ${folder}`, config(`theme = "../${folder}"\n`)])),
  ...Object.fromEntries(
    imports.flatMap((file) => [
      [`@use ${file}`, style(`@use "${file}" as a;`)],
      [`@import ${file}`, style(`@import "${file}";`)],
    ]),
  ),
  ...Object.fromEntries(texts.map((text) => [text, { 'content/_index.md': page('', `# a\n\n${text}`) }])),
};
