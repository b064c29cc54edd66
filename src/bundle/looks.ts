/** Looks: the stylesheet of a theme with a style for code, one for each pair that the decks of a site use. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, type Diagnostic, nearestName } from '../diagnostics.ts';
import type { RenderedDeck, StyleRequest } from '../types.ts';
import { replaceFonts } from './fonts.ts';
import { clientFolder, dependencyFolder } from './package-folder.ts';

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
  return read(highlightFile(name) ?? highlightFile('default') ?? '');
}

/** Where a style of highlight.js stands; `undefined` where there is none of that name. */
function highlightFile(name: string): string | undefined {
  if (!/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(name)) return undefined;
  const file = path.join(dependencyFolder('highlight.js'), 'styles', `${name}.css`);
  return existsSync(file) ? file : undefined;
}

/** Says which decks ask for a style of highlight.js that is not there. */
export function unknownHighlightThemes(decks: readonly RenderedDeck[]): readonly Diagnostic[] {
  const unknown = decks.filter(({ params }) => !highlightFile(params.highlightTheme));
  return unknown.map(({ deck, params: { highlightTheme } }) => {
    const nearest = nearestName(highlightTheme, highlightThemes());
    return createDiagnostic({
      code: 'highlight-theme-unknown',
      severity: 'warning',
      message: `highlight.js has no style named "${highlightTheme}", so code is shown in its default`,
      hint: nearest
        ? `Did you mean "${nearest}"?`
        : 'Its styles are named at https://highlightjs.org/demo, such as github or monokai.',
      source: deck.head.source,
      offset: 0,
    });
  });
}

function highlightThemes(): readonly string[] {
  const names = readdirSync(path.join(dependencyFolder('highlight.js'), 'styles'), {
    recursive: true,
    encoding: 'utf8',
  });
  return names
    .filter((name) => /(?<!\.min)\.css$/.test(name))
    .map((name) => name.slice(0, -'.css'.length).replaceAll('\\', '/'));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
