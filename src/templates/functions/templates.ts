/** `templates.*`. */
import { toText } from './conversions.ts';
import type { FunctionRow } from './row.ts';

export const templatesFunctions: readonly FunctionRow[] = [
  { name: 'templates.Exists', args: [1, 1], run: ([name], { host }) => host.hasTemplate(toText(name)) },
];
