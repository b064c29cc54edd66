/** `{{< param "a.b" >}}`: a value of the page's front matter, or of the site's params. Source: Hugo's shortcode of that name. */
import { nearestName } from '../diagnostics.ts';
import { isTable } from '../tables.ts';
import type { Page, Shortcode, SiteConfig, Table } from '../types.ts';
import { isInMarkdownText, missingParam, reportAt, getText } from './call.ts';
import { findValue, textPaths } from './find-value.ts';
import type { ShortcodeServices } from './services.ts';

export function createParamShortcode({ config, report }: ShortcodeServices): Shortcode {
  return {
    name: 'param',
    takesInner: false,
    render(call) {
      const reportFinding = reportAt(call, report);
      const name = getText(call, 'name', 0);
      const tables = paramTables(call.page, config);
      const value = tables.map((table) => findValue(table, name)).find((found) => found !== undefined);
      if (!name) reportFinding(missingParam(call, 'the name of a parameter', 'title'));
      else if (value === undefined || value === null) reportFinding(notFound(name, tables));
      const text = escapeValue(writeValue(value));
      return isInMarkdownText(call) ? { kind: 'markdown', text } : { kind: 'html', html: text };
    },
  };
}

/** Lists the tables to search. In Hugo, keys under `params` win over other keys of the page. */
function paramTables({ params, language }: Page, config: SiteConfig): readonly Table[] {
  const inLanguage = config.languages.find(({ code }) => code === language)?.params;
  const nested = params['params'];
  return [...(isTable(nested) ? [nested] : []), params, inLanguage ?? config.params];
}

/** Writes a value as Go does. */
function writeValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;', '+': '&#43;',
}; // prettier-ignore

/** Escapes a value, which is text as in Hugo: neither HTML nor typographic quotes come from it. */
const escapeValue = (text: string): string =>
  text.replace(/[&<>"'+]/g, (character) => ENTITIES[character] ?? character);

function notFound(name: string, tables: readonly Table[]): Parameters<ReturnType<typeof reportAt>>[0] {
  const nearest = nearestName(name, tables.flatMap(textPaths));
  return {
    code: 'param-not-found',
    message: `neither the page nor the site has a parameter "${name}"`,
    hint: nearest
      ? `Did you mean "${nearest}"?`
      : 'Add it to the front matter of the page, or to [params] in the configuration.',
  };
}
