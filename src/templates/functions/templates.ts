/** `templates.*`. */
import { isMap, isTrue } from '../gotemplate/values.ts';
import { toText } from './values/conversions.ts';
import { readField } from './values/fields.ts';
import { Namespace } from './namespace.ts';
import type { FunctionRow } from './row.ts';

export const templatesFunctions: readonly FunctionRow[] = [
  // Hugo defers the block to the end of the build; here it runs at once.
  { name: 'templates.Defer', args: [1, 1], run: ([options]) => readData(options) },
  { name: 'templates.Exists', args: [1, 1], run: ([name], { host }) => host.hasTemplate(toText(name)) },
];

/** Reads the dot of a deferred block. */
function readData(options: unknown): unknown {
  const data = isMap(options) ? readField(options, 'data') : undefined;
  return isTrue(data) ? data : new Namespace('deferred', {});
}
