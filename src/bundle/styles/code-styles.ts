/** The styles of highlight.js, by the names that they have, and that they had. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, type Diagnostic, nearestName } from '../../diagnostics.ts';
import type { RenderedDeck } from '../../types.ts';
import { dependencyFolder } from '../package-folder.ts';

/** Names of highlight.js 9 and 10 that are gone. Those that have only moved into base16/ are found there. */
const formerNames: Readonly<Record<string, string>> = {
  darkula: 'base16/darcula',
  'github-gist': 'github',
  'gruvbox-dark': 'base16/gruvbox-dark-medium',
  'gruvbox-light': 'base16/gruvbox-light-medium',
  'tomorrow-night-eighties': 'base16/eighties',
};

/** Where a style of highlight.js stands; `undefined` where there is none of that name. */
export function highlightFile(name: string): string | undefined {
  const wanted = name
    .toLowerCase()
    .replace(/(?:\.min)?\.css$/, '')
    .replace(/[._]/g, '-');
  if (!/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(wanted)) return undefined;
  // `atelier-cave-dark` has lost its last word.
  const names = [wanted, `base16/${wanted}`, `base16/${wanted.replace(/-dark$/, '')}`, formerNames[wanted]];
  return names
    .filter((candidate) => candidate !== undefined)
    .map((candidate) => path.join(stylesFolder(), `${candidate}.css`))
    .find((file) => existsSync(file));
}

/** What is said of a deck that asks for a style of highlight.js which is not there. */
export function unknownHighlightTheme({ deck, params }: RenderedDeck): Diagnostic {
  const { highlightTheme, locations } = params;
  const nearest = nearestName(highlightTheme, highlightThemes());
  return createDiagnostic({
    code: 'highlight-theme-unknown',
    severity: 'warning',
    message: `highlight.js has no style named "${highlightTheme}", so code is shown in its default`,
    hint: nearest
      ? `Did you mean "${nearest}"?`
      : 'Its styles are named at https://highlightjs.org/demo, such as github or monokai.',
    ...(locations['highlight_theme'] ?? { source: deck.head.source, offset: 0 }),
  });
}

function highlightThemes(): readonly string[] {
  const names = readdirSync(stylesFolder(), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /(?<!\.min)\.css$/.test(name))
    .map((name) => name.slice(0, -'.css'.length).replaceAll('\\', '/'));
}

/** All names by which a style is found, but for other capitals: with and without its folder, and former ones. */
export function highlightThemeNames(): readonly string[] {
  const names = highlightThemes().flatMap((name) => [name, name.replace(/^base16\//, '')]);
  return [...new Set([...names, ...Object.keys(formerNames)])].sort();
}

const stylesFolder = (): string => path.join(dependencyFolder('highlight.js'), 'styles');
