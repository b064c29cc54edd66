/** The stylesheets that Vite is asked for as modules: their text is written when they are loaded. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { RevealTheme, StyleRequest } from '../../types.ts';
import { clientFolder } from '../package-folder.ts';
import { criticalCssName, firstPaintSheet, styleName, styleSheet, type StyleSources } from './stylesheets.ts';

/** The parameter of an id that is the key of a stylesheet. */
const KEY = 'sheet';

/** The stylesheets of one build, or of one dev server. */
export class StyleModules {
  /** By the keys in their ids. */
  readonly #sheets = new Map<string, (sources: StyleSources) => string>();

  /** The id of the stylesheet of a deck. */
  style(request: StyleRequest): string {
    return this.#add('deck.css', styleName(request), (sources) => styleSheet(request, sources));
  }

  /** The id of what a page carries of a theme. */
  firstPaint(theme: RevealTheme): string {
    return this.#add('first-slide.css', criticalCssName(theme), () => firstPaintSheet(theme));
  }

  /** The text of a module; `undefined` for one that is none of these. */
  load(id: string, sources: StyleSources): string | undefined {
    const key = new URLSearchParams(id.split('?', 2)[1]).get(KEY);
    return key === null ? undefined : this.#sheets.get(key)?.(sources);
  }

  /** A key means nothing: names of styles have characters in them that servers and browsers write in several ways. */
  #add(file: string, name: string, write: (sources: StyleSources) => string): string {
    const key = createHash('sha256').update(name).digest('hex').slice(0, 12);
    this.#sheets.set(key, write);
    // In the name of a file that is there: addresses in a stylesheet count from its folder.
    return `${path.join(clientFolder(), file).split(path.sep).join('/')}?${KEY}=${key}`;
  }
}
