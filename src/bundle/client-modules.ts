/** What the bundler is given: the client with the features that the site uses, and a stylesheet for each look. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature, RenderedDeck, StyleRequest } from '../types.ts';
import { replaceFonts } from './fonts.ts';
import { dependencyFolder, packageFolder } from './package-folder.ts';

/** Where the client's sources stand. */
function clientFolder(): string {
  return path.join(packageFolder(), 'src', 'client');
}

/** The module that starts a deck. */
export const CLIENT_MODULE = 'virtual:deckwright/client';

/** The source of that module: each feature is loaded by a deck that asks for it, and by no other. */
export function clientModule(features: readonly Feature[]): string {
  const folder = clientFolder().split(path.sep).join('/');
  const loaders = features.map(
    (feature) => `  '${feature}': () => import('${folder}/features/${feature}.ts'),`,
  );
  return [`import { startDeck } from '${folder}/main.ts';`, 'startDeck({', ...loaders, '});', ''].join('\n');
}

/** The features of decks, each once, in a fixed order. */
export function featuresOf(decks: readonly RenderedDeck[]): readonly Feature[] {
  return [...new Set(decks.flatMap(({ features }) => features))].sort();
}

/** The looks of decks, each once, in a fixed order. */
export function stylesOf(decks: readonly RenderedDeck[]): readonly StyleRequest[] {
  const requests = decks.map(({ params }) => ({
    theme: params.customTheme === undefined ? params.theme : undefined,
    highlightTheme: params.highlightTheme,
  }));
  const byName = new Map(requests.map((request) => [styleName(request), request]));
  return [...byName.values()].sort((a, b) => (styleName(a) < styleName(b) ? -1 : 1));
}

/** The name of a look: `solarized-github`. */
export function styleName({ theme, highlightTheme }: StyleRequest): string {
  return `${theme ?? 'custom'}-${highlightTheme.replaceAll('/', '-')}`;
}

/** The stylesheet of a look, as a module: our own, with the look behind a question mark. */
export function styleModule({ theme, highlightTheme }: StyleRequest): string {
  const query = new URLSearchParams({ ...(theme && { theme }), highlight: highlightTheme });
  return `${path.join(clientFolder(), 'deck.css').split(path.sep).join('/')}?${query}`;
}

/** The look that a module asks for; `undefined` for any other module. */
export function readStyleModule(id: string): StyleRequest | undefined {
  const [file, query] = id.split('?', 2);
  if (query === undefined || path.resolve(file ?? '') !== path.join(clientFolder(), 'deck.css'))
    return undefined;
  const params = new URLSearchParams(query);
  const highlightTheme = params.get('highlight');
  return highlightTheme === null ? undefined : { theme: params.get('theme') ?? undefined, highlightTheme };
}

/** The text of a look: reveal.js, its theme with our fonts, our own rules, colours of code. */
export function styleSheet({ theme, highlightTheme }: StyleRequest): string {
  const reveal = path.join(dependencyFolder('reveal.js'), 'dist');
  const own = clientFolder();
  return [
    read(path.join(reveal, 'reveal.css')),
    theme === undefined ? '' : replaceFonts(read(path.join(reveal, 'theme', `${theme}.css`)), own),
    read(path.join(own, 'deck.css')),
    highlightStyle(highlightTheme),
  ].join('\n');
}

/** The style of highlight.js by its name; its default where there is none of that name. */
function highlightStyle(name: string): string {
  const styles = path.join(dependencyFolder('highlight.js'), 'styles');
  const known = /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(name);
  return (
    (known ? tryRead(path.join(styles, `${name}.css`)) : undefined) ?? read(path.join(styles, 'default.css'))
  );
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function tryRead(file: string): string | undefined {
  try {
    return read(file);
  } catch {
    return undefined;
  }
}
