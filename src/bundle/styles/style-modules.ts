/** The stylesheets as virtual modules of Vite, whose text is written when they are loaded. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { StyleRequest } from '../../types.ts';
import { clientFolder } from '../package-folder.ts';
import {
  criticalCssName,
  criticalStyleSheet,
  type Look,
  styleName,
  styleSheet,
  type StyleSources,
} from './stylesheets.ts';

/** The query parameter of a module id with the key of the stylesheet. */
const KEY = 'sheet';

/** The stylesheets of one build, or of one dev server. */
export class StyleModules {
  /** Functions that write the stylesheets, by key. */
  readonly #sheets = new Map<string, (sources: StyleSources) => string>();

  /** Registers the stylesheet of a deck, and returns its module id. */
  style(request: StyleRequest): string {
    return this.#add('deck.css', styleName(request), (sources) => styleSheet(request, sources));
  }

  /** Registers the critical CSS of a look, and returns its module id. */
  criticalCss(look: Look): string {
    return this.#add('first-slide.css', criticalCssName(look), () => criticalStyleSheet(look));
  }

  /** Writes the text of a module; `undefined` if it is not a registered stylesheet. */
  load(id: string, sources: StyleSources): string | undefined {
    const key = new URLSearchParams(id.split('?', 2)[1]).get(KEY);
    return key === null ? undefined : this.#sheets.get(key)?.(sources);
  }

  /** Registers a stylesheet. Its key is a hash: servers and browsers escape characters of names differently. */
  #add(file: string, name: string, write: (sources: StyleSources) => string): string {
    const key = createHash('sha256').update(name).digest('hex').slice(0, 12);
    this.#sheets.set(key, write);
    // The id is the path of an existing file, because addresses in a stylesheet are relative to its folder.
    return `${path.join(clientFolder(), file).split(path.sep).join('/')}?${KEY}=${key}`;
  }
}
