/** `safe.*`: texts that are written without escaping. */
import { type SafeKind, SafeText } from '../gotemplate/values.ts';
import { toText } from './values/conversions.ts';
import type { FunctionRow } from './row.ts';

const row = (name: string, alias: string, kind: SafeKind): FunctionRow => ({
  name: `safe.${name}`,
  aliases: [alias],
  args: [1, 1],
  run: ([value]) => new SafeText(kind, toText(value)),
});

export const safeFunctions: readonly FunctionRow[] = [
  row('CSS', 'safeCSS', 'css'),
  row('HTML', 'safeHTML', 'html'),
  row('HTMLAttr', 'safeHTMLAttr', 'attribute'),
  row('JS', 'safeJS', 'js'),
  row('JSStr', 'safeJSStr', 'js-string'),
  row('URL', 'safeURL', 'url'),
];
