/** Which shortcodes the pages of a site use, and whose they are. */
import { nearestName } from '../../diagnostics.ts';
import { readActiveTokens } from '../../markup/commented-tags.ts';
import { shortcodePaths } from '../../render/lookup-order.ts';
import { createShortcodes } from '../../shortcodes/list.ts';
import type { Page, Shortcodes } from '../../types.ts';
import { createShortcodeServices } from '../shortcode-services.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { type FilePosition, positionAt } from './locations.ts';

/** Whose a shortcode is; nobody's where it is unknown. */
export type ShortcodeOwner = 'built-in' | 'go-template' | 'handlebars' | 'theme' | 'unknown';

/** A shortcode, and where it is used. */
export interface ShortcodeUse {
  readonly name: string;
  readonly owner: ShortcodeOwner;
  /** Its template below the site's root; empty where it has none there. */
  readonly file: string;
  /** The known name that is nearest to an unknown one; empty where none is near. */
  readonly nearest: string;
  /** Its opening tags, in the order of the pages. */
  readonly uses: readonly FilePosition[];
}

/** The shortcodes of some pages, those that are used most first. @internal */
export function surveyShortcodes(
  pages: readonly Page[],
  environment: SiteEnvironment,
): readonly ShortcodeUse[] {
  const builtIn = builtInShortcodes(pages, environment);
  const found = new Map<string, { readonly language: string; readonly uses: FilePosition[] }>();
  for (const page of pages) {
    const { source, language } = page;
    for (const token of readActiveTokens(page, environment.markdown).active) {
      if (token.kind !== 'tag' || token.closing) continue;
      const known = found.get(token.name) ?? { language, uses: [] };
      known.uses.push(positionAt(source, token.start));
      found.set(token.name, known);
    }
  }
  const names = [...builtIn.names, ...environment.templateFiles.names.flatMap(shortcodeName)];
  return [...found]
    .map(([name, { language, uses }]) => {
      const { owner, file } = findOwner(name, language, { environment, builtIn });
      const nearest = (owner === 'unknown' ? nearestName(name, names) : undefined) ?? '';
      return { name, owner, file, nearest, uses };
    })
    .sort((a, b) => b.uses.length - a.uses.length || (a.name < b.name ? -1 : 1));
}

/** Ours alone: in code, and in our own layouts. */
function builtInShortcodes(pages: readonly Page[], environment: SiteEnvironment): Shortcodes {
  const { layouts, compile: compileLayout } = environment;
  return createShortcodes(
    {
      find: (name) => compileLayout(`shortcodes/${name}`),
      isFromAuthor: () => false,
      names: layouts.names('shortcodes'),
    },
    createShortcodeServices({ ...environment, pages }, () => undefined),
  );
}

interface Owners {
  readonly environment: SiteEnvironment;
  readonly builtIn: Shortcodes;
}

/** In the order in which a page looks them up. */
function findOwner(
  name: string,
  language: string,
  { environment, builtIn }: Owners,
): Pick<ShortcodeUse, 'owner' | 'file'> {
  const { layouts, templateFiles } = environment;
  const path = `shortcodes/${name}`;
  if (layouts.isFromAuthor(path)) return { owner: 'handlebars', file: layouts.find(path)?.path ?? '' };
  const template = templateFiles.find(shortcodePaths(name, language));
  if (template) {
    const isThemes = findTheme(template.path, environment) !== undefined;
    return { owner: isThemes ? 'theme' : 'go-template', file: template.path };
  }
  return { owner: builtIn.find(name) ? 'built-in' : 'unknown', file: '' };
}

/** The theme that brings a layout. */
function findTheme(file: string, { config }: SiteEnvironment): string | undefined {
  return config.mounts.find(
    ({ component, source }) => component === 'layouts' && (file === source || file.startsWith(`${source}/`)),
  )?.theme;
}

const shortcodeName = (path: string): string[] =>
  /^_?shortcodes\/(.+?)\.(?:\w+\.)*html$/.exec(path)?.slice(1) ?? [];
