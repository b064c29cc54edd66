// Symbolic links: out of the site to what a build must not read, and out of the destination to what it must not change.
// A link is a path in the site and where it leads, from its folder.
import { deck, page } from './sites.mjs';

const site = {
  ...deck('', '# a\n\n{{< x >}}'),
  'content/b/_index.md': page(),
  'static/img/a.txt': 'new',
  'layouts/shortcodes/x.html':
    '{{ with resources.Get "leak.txt" }}{{ .Content }}{{ end }}{{ site.Data }}{{ if fileExists "static/leak.txt" }}{{ readFile "static/leak.txt" }}{{ end }}',
};

const inSite = {
  'a page': ['content/leak.md', '../../secret.md'],
  'a folder of pages': ['content/leak', '../../beside'],
  'a static file': ['static/leak.txt', '../../secret.txt'],
  'a folder of static files': ['static/leak', '../../beside'],
  'an asset': ['assets/leak.txt', '../../secret.txt'],
  'a file of data': ['data/leak.json', '../../secret.json'],
  'a resource of a page': ['content/b/leak.txt', '../../../secret.txt'],
  'the folder of the configuration': ['config', '../beside'],
  'a loop': ['content/loop', '..'],
  'a loop of static files': ['static/loop', '../static'],
  'a link to nothing': ['static/gone', 'nowhere'],
};

const inDestination = {
  'the page': ['public/index.html', '../../secret.html'],
  'a folder of a deck': ['public/b', '../../beside'],
  'a static file': ['public/img/a.txt', '../../../beside/a.txt'],
  'a folder of static files': ['public/img', '../../beside'],
  'the folder of the bundle': ['public/deck-assets', '../../beside'],
  'a page, to nothing': ['public/index.html', '../../escaped.html'],
};

const of = (where, links) =>
  Object.fromEntries(
    Object.entries(links).map(([name, link]) => [`${where}: ${name}`, { files: site, links: [link] }]),
  );

export const links = {
  ...of('a link in the site', inSite),
  ...of('a link in the destination', inDestination),
};
