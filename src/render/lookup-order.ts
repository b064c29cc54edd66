/**
 * The paths at which the author's Go templates are looked up, the most specific first. Source: Hugo's template lookup
 * order, with the folders of both its old and its new template system (`_default`, `_partials`).
 */
import type { Page } from '../types.ts';

/** The output format of decks, as in file names. */
const DECK_FORMAT = 'reveal';

/** File names with and without format and language: `list.fr.reveal.html`, `list.reveal.html`, … */
function variants(name: string, language: string, formats: readonly string[]): string[] {
  return formats.flatMap((format) => [
    `${name}.${[language, format, 'html'].filter(Boolean).join('.')}`,
    `${name}.${[format, language, 'html'].filter(Boolean).join('.')}`,
    `${name}.${[format, 'html'].filter(Boolean).join('.')}`,
  ]);
}

/** The paths of a shortcode's template. */
export function shortcodePaths(name: string, language: string): readonly string[] {
  return ['shortcodes', '_shortcodes'].flatMap((folder) =>
    variants(`${folder}/${name}`, language, [DECK_FORMAT, '']),
  );
}

/** The paths of a partial, whose name may include or omit `.html` and `partials/`. */
export function partialPaths(name: string): readonly string[] {
  const plain = name.replace(/^\/?(?:_?partials\/)?/, '');
  const names = /\.[a-z]+$/i.test(plain)
    ? [plain, `${plain}.html`]
    : [`${plain}.html`, plain, `${plain}.htm`];
  return ['partials', '_partials'].flatMap((folder) => names.map((file) => `${folder}/${file}`));
}

/** Whether a template is a render hook. */
export const isHook = (path: string): boolean => /(?:^|\/)_markup\//.test(path);

/** The paths of a render hook: `link`, `codeblock-math`, `codeblock`. */
export function hookPaths(hook: string, page: Page, formats: readonly string[]): readonly string[] {
  const folders = [page.type, ...sectionFolders(page)].map((folder) => `${folder}/_markup`);
  return [...new Set([...folders, '_default/_markup', '_markup'])].flatMap((folder) =>
    variants(`${folder}/render-${hook}`, page.language, formats),
  );
}

/** The folders of a page, the deepest first: `a/b`, `a`. */
function sectionFolders({ folder }: Page): string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return parts.map((_, n) => parts.slice(0, parts.length - n).join('/'));
}

/** Layout names by the kind of a page, in the order in which Hugo tries them. */
const NAMES: Readonly<Record<Page['kind'], readonly string[]>> = {
  home: ['index', 'home', 'list', 'all'],
  section: ['section', 'list', 'all'],
  page: ['page', 'single', 'all'],
  '404': ['404'],
  sitemap: ['sitemap'],
  robotsTXT: ['robots'],
};

/** The paths of the templates for `sitemap.xml` and `robots.txt`. */
export function siteFilePaths(kind: 'sitemap' | 'robotsTXT'): readonly string[] {
  const name = { sitemap: 'sitemap.xml', robotsTXT: 'robots.txt' }[kind];
  return [name, `_default/${name}`];
}

/** The paths of the layout of a page. For a deck, only those of the format `reveal`. */
export function layoutPaths(page: Page, format: 'html' | typeof DECK_FORMAT): readonly string[] {
  // The layout that a page names wins over the layouts of its section, wherever it is.
  const own = page.layout ? candidatePaths(page, [page.layout], format) : [];
  return [...own, ...candidatePaths(page, NAMES[page.kind], format)];
}

/**
 * The paths of the layout of a deck. As in Hugo, the layout for the type of a single page wins over the theme's
 * `single.reveal.html`, whatever its format.
 */
export function deckLayoutPaths(page: Page): readonly string[] {
  const ofType = page.kind === 'page' ? variants(`${page.type}/single`, page.language, ['']) : [];
  return [...layoutPaths(page, DECK_FORMAT), ...ofType];
}

/** The paths of a content view: `.Render "li"`. */
export function viewPaths(view: string, page: Page): readonly string[] {
  return candidatePaths(page, [view], 'html');
}

/** The paths of the base template of a page. */
export function basePaths(page: Page, format: 'html' | typeof DECK_FORMAT): readonly string[] {
  const names = [...(page.layout ? [page.layout] : []), ...NAMES[page.kind]].map((name) => `${name}-baseof`);
  return candidatePaths(page, [...names, 'baseof'], format);
}

function candidatePaths(page: Page, names: readonly string[], format: 'html' | typeof DECK_FORMAT): string[] {
  const isOfSite = page.kind === 'home' || page.kind === '404';
  const folders = isOfSite ? ['', 'page'] : [page.type, ...sectionFolders(page)];
  if (page.kind === 'section') folders.push('section');
  const formats = format === 'html' ? ['html', ''] : [format];
  const inFolder = (folder: string, name: string): string[] =>
    variants(folder === '' ? name : `${folder}/${name}`, page.language, formats);
  // The top folder and `_default` count as one folder, so names are compared before folders.
  return [
    ...[...new Set(folders)].flatMap((folder) => names.flatMap((name) => inFolder(folder, name))),
    ...names.flatMap((name) => [...inFolder('_default', name), ...inFolder('', name)]),
  ];
}

/** The partials that add HTML to a slot of a deck: one for all decks, and one for those of a section. */
export function slotPartials(slot: 'head' | 'body' | 'end', page: Page): readonly string[] {
  const section = page.path.split('/')[0] ?? '';
  return [`reveal-hugo/${slot}`, `${section || 'home'}/reveal-hugo/${slot}`];
}
