/** Lists the shortcodes that the pages of a site use, and where each is defined. */
import { nearestName } from '../../diagnostics.ts';
import { readActiveTokens } from '../../markup/shortcodes/commented-tags.ts';
import { shortcodePaths } from '../../render/lookup-order.ts';
import { createShortcodes } from '../../shortcodes/list.ts';
import type { Page, Shortcodes } from '../../types.ts';
import { createShortcodeServices } from '../shortcode-services.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { type FilePosition, positionAt } from './locations.ts';

/** Where a shortcode is defined. */
export type ShortcodeOwner = 'built-in' | 'go-template' | 'handlebars' | 'theme' | 'unknown';

/** A shortcode and its uses. */
export interface ShortcodeUse {
  readonly name: string;
  readonly owner: ShortcodeOwner;
  /** The path of its template relative to the site's root; empty if the site has none. */
  readonly file: string;
  /** The most similar known name for an unknown shortcode; empty if none is similar. */
  readonly nearest: string;
  /** The opening tags, in the order of the pages. */
  readonly uses: readonly FilePosition[];
}

/** The shortcodes that some pages use, the most frequent first. @internal */
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

/** The built-in shortcodes: those in code, and those in our own layouts. */
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

/** Looks a shortcode up in the same order as a page does. */
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

/** The theme that a layout belongs to. */
function findTheme(file: string, { config }: SiteEnvironment): string | undefined {
  return config.mounts.find(
    ({ component, source }) => component === 'layouts' && (file === source || file.startsWith(`${source}/`)),
  )?.theme;
}

const shortcodeName = (path: string): string[] =>
  /^_?shortcodes\/(.+?)\.(?:\w+\.)*html$/.exec(path)?.slice(1) ?? [];
