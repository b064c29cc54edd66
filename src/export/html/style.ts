/** Stylesheets inside a page: what they refer to is in them, and fonts are there only if the page uses them. */
import { posix } from 'node:path';
import { findTarget, type SitePlace } from './addresses.ts';
import { dataAddress } from './data-address.ts';
import type { FileBox } from './files.ts';
import { type FontUse, isFaceUsed } from './fonts.ts';

/** What the stylesheets of a page need. */
export interface StyleContext {
  readonly site: SitePlace;
  readonly box: FileBox;
  readonly fonts: FontUse;
  readonly read: (path: string) => Uint8Array | undefined;
  /** Reads a font as it gets inside. */
  readonly readFont: (path: string) => Uint8Array | undefined;
}

/** Comments, strings and addresses. */
const ADDRESS_RE =
  /\/\*[^]*?\*\/|(@import\s+)?url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|(@import\s+)(?:"([^"]*)"|'([^']*)')/gi;

const IMPORT_RE =
  /\/\*[^]*?\*\/|@import\s+(?:url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)|"([^"]*)"|'([^']*)')\s*([^;]*);?/gi;

const FACE_RE = /@font-face\s*\{[^}]*\}/gi;

/** Reads a stylesheet of the site with all that it imports; `undefined` if it does not exist. */
export function readStylesheet(
  path: string,
  context: StyleContext,
  above: readonly string[] = [],
): string | undefined {
  const bytes = above.includes(path) ? undefined : context.read(path);
  if (!bytes) return undefined;
  return inlineStyle(new TextDecoder().decode(bytes), path, context, [...above, path]);
}

/** Puts what a stylesheet refers to into it. `from` is the path of the file that it is in. */
export function inlineStyle(
  css: string,
  from: string,
  context: StyleContext,
  above: readonly string[] = [],
): string {
  const foreign: string[] = [];
  const whole = css
    .replace(IMPORT_RE, (rule: string, ...groups: readonly (string | undefined)[]) => {
      const written = groups.slice(0, 5).find((text) => text !== undefined);
      if (written === undefined) return rule;
      const conditions = groups[5]?.trim() ?? '';
      const target = findTarget(written, from, context.site);
      if (target.kind === 'own') {
        const text = readStylesheet(target.path, context, above) ?? '';
        return wrap(text, conditions);
      }
      if (target.kind === 'foreign') {
        context.box.reportForeign(target.address);
        // Imports count only before other rules.
        foreign.push(`@import url("${target.address}") ${conditions};`);
        return '';
      }
      return rule;
    })
    .replace(FACE_RE, (face) => (isFaceUsed(face, context.fonts) ? onlyWoff2(face) : ''));
  return foreign.join('') + inlineAddresses(whole, from, context);
}

/** Puts a stylesheet under the conditions of its import. */
function wrap(css: string, conditions: string): string {
  if (conditions === '') return css;
  const [, layer, rest = ''] = /^(layer(?:\([^)]*\))?)?\s*(.*)$/i.exec(conditions) ?? [];
  const inner = rest === '' ? css : `${/^supports/i.test(rest) ? '@' : '@media '}${rest}{${css}}`;
  return layer === undefined ? inner : `@layer ${/\(([^)]*)\)/.exec(layer)?.[1] ?? ''}{${inner}}`;
}

/** A font in several formats is inside once: every browser that shows the page reads WOFF 2. */
function onlyWoff2(face: string): string {
  return face.replace(/src\s*:\s*([^;}]*)/i, (source: string, list: string) => {
    const best = list.split(/,(?![^(]*\))/).find((one) => /\.woff2\b/i.test(one));
    return best === undefined ? source : `src:${best.trim()}`;
  });
}

function inlineAddresses(css: string, from: string, { site, box, readFont }: StyleContext): string {
  return css.replace(ADDRESS_RE, (whole: string, ...groups: readonly (string | undefined)[]) => {
    const written = groups.slice(1, 4).find((text) => text !== undefined);
    if (written === undefined || groups[0] !== undefined) return whole;
    const target = findTarget(written, from, site);
    const isFont = target.kind === 'own' && /\.(?:woff2?|[ot]tf|eot)$/i.test(posix.extname(target.path));
    const bytes = isFont ? readFont(target.path) : undefined;
    if (isFont && bytes) return `url("${dataAddress(target.path, bytes)}")`;
    // Styles are of small pictures; a large one counts as any other.
    const address = box.place(written, from, 'picture');
    return address === undefined ? whole : `url("${address}")`;
  });
}
