/** `templates.*`. */
import { isMap, isTrue } from '../gotemplate/values.ts';
import { toText } from './values/conversions.ts';
import { readField } from './values/fields.ts';
import { Namespace } from './namespace.ts';
import type { FunctionRow } from './row.ts';

export const templatesFunctions: readonly FunctionRow[] = [
  // What Hugo puts off to the end of a build is run where it stands.
  { name: 'templates.Defer', args: [1, 1], run: ([options]) => readData(options) },
  { name: 'templates.Exists', args: [1, 1], run: ([name], { host }) => host.hasTemplate(toText(name)) },
];

/** The dot of what was put off. */
function readData(options: unknown): unknown {
  const data = isMap(options) ? readField(options, 'data') : undefined;
  return isTrue(data) ? data : new Namespace('deferred', {});
}
