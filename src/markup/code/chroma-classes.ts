/** The classes that Hugo's highlighter, Chroma, gives to code, in place of those of highlight.js. */
import { readHtml } from '../../html.ts';
import { readClasses } from '../../slide-html.ts';

/**
 * Classes by the scope of highlight.js, without its parts after a dot or a space. Scopes without a row stay uncoloured.
 */
const CLASSES: Readonly<Record<string, string>> = {
  addition: 'gi', attr: 'na', attribute: 'na', built_in: 'nb', bullet: 'k', char: 'se', code: 's2', comment: 'c1',
  deletion: 'gd', doctag: 'sd', emphasis: 'ge', formula: 's2', keyword: 'k', link: 's2', literal: 'kc', meta: 'cp',
  name: 'nt', number: 'mi', operator: 'o', params: 'n', property: 'nx', punctuation: 'p', quote: 'c1', regexp: 'sr',
  section: 'gh', 'selector-attr': 'na', 'selector-class': 'nc', 'selector-id': 'nc', 'selector-pseudo': 'nd',
  'selector-tag': 'nt', string: 's2', strong: 'gs', subst: 'si', symbol: 'ss', tag: 'p', 'template-tag': 'cp',
  'template-variable': 'nv', title: 'nf', type: 'kt', variable: 'nv',
}; // prettier-ignore

const SCOPE_RE = /hljs-([\w-]+)/;

/** The class for classes of highlight.js. `hljs-title class_` is the name of a class, not of a function. */
function classOf(classes: string): string | undefined {
  if (/\btitle\b.*\bclass_/.test(classes)) return 'nc';
  const scope = SCOPE_RE.exec(classes)?.[1] ?? '';
  return Object.hasOwn(CLASSES, scope) ? CLASSES[scope] : undefined;
}

/** Replaces the classes of highlight.js in highlighted code with those of Chroma, each with a prefix. */
export function writeChromaClasses(html: string, prefix: string): string {
  const isKept: boolean[] = [];
  const written = readHtml(html).map((token) => {
    const words = html.slice(token.start, token.end);
    if (token.kind === 'end') return isKept.pop() ? words : '';
    if (token.kind !== 'start') return words;
    const name = classOf(readClasses(token).join(' '));
    isKept.push(name !== undefined);
    return name === undefined ? '' : `<span class="${prefix}${name}">`;
  });
  return written.join('');
}
