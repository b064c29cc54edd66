/** Finds styles of highlight.js by their current and former names. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, type Diagnostic, nearestName } from '../../diagnostics.ts';
import type { RenderedDeck } from '../../types.ts';
import { dependencyFolder, themesFolder } from '../package-folder.ts';

/** Names of highlight.js 9 and 10 that were removed. Names that moved to base16/ are found there. */
const formerNames: ReadonlyMap<string, string> = new Map([
  ['darkula', 'base16/darcula'],
  ['github-gist', 'github'],
  ['gruvbox-dark', 'base16/gruvbox-dark-medium'],
  ['gruvbox-light', 'base16/gruvbox-light-medium'],
  ['tomorrow-night-eighties', 'base16/eighties'],
]);

/** The colours of code in deckwright's own themes. */
export const OWN_STYLE = 'studio';

/** The file of a highlight.js style, or of our own; `undefined` for an unknown name. */
export function highlightFile(name: string): string | undefined {
  if (name === OWN_STYLE) return path.join(themesFolder(), `${OWN_STYLE}-code.css`);
  const wanted = name
    .toLowerCase()
    .replace(/(?:\.min)?\.css$/, '')
    .replace(/[._]/g, '-');
  if (!/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(wanted)) return undefined;
  // `atelier-cave-dark` is now `atelier-cave`.
  const names = [
    wanted,
    `base16/${wanted}`,
    `base16/${wanted.replace(/-dark$/, '')}`,
    formerNames.get(wanted),
  ];
  return names
    .filter((candidate) => candidate !== undefined)
    .filter((candidate) => !candidate.split('/').includes('..'))
    .map((candidate) => path.join(stylesFolder(), `${candidate}.css`))
    .find((file) => existsSync(file));
}

/** Creates the warning for an unknown style of highlight.js. */
export function unknownHighlightTheme({ deck, params }: RenderedDeck): Diagnostic {
  const { highlightTheme, locations } = params;
  const nearest = nearestName(highlightTheme, highlightThemes());
  return createDiagnostic({
    code: 'highlight-theme-unknown',
    severity: 'warning',
    message: `highlight.js has no style named "${highlightTheme}", so its style "default" is used`,
    hint: nearest
      ? `Did you mean "${nearest}"?`
      : 'See https://highlightjs.org/demo for the styles, such as github or monokai.',
    ...(locations['highlight_theme'] ?? { source: deck.head.source, offset: 0 }),
  });
}

function highlightThemes(): readonly string[] {
  const names = readdirSync(stylesFolder(), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /(?<!\.min)\.css$/.test(name))
    .map((name) => name.slice(0, -'.css'.length).replaceAll('\\', '/'));
}

/** Lists all names of styles, in lower case: with and without folder, and former ones. */
export function highlightThemeNames(): readonly string[] {
  const names = [OWN_STYLE, ...highlightThemes()].flatMap((name) => [name, name.replace(/^base16\//, '')]);
  return [...new Set([...names, ...Object.keys(formerNames)])].sort();
}

const stylesFolder = (): string => path.join(dependencyFolder('highlight.js'), 'styles');
