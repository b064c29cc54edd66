/** `debug.*`. */
import { GoObject } from '../gotemplate/values.ts';
import { toText } from './values/conversions.ts';
import { formatJson } from './encoding/json.ts';
import type { FunctionRow } from './row.ts';

export const debugFunctions: readonly FunctionRow[] = [
  {
    name: 'debug.Dump',
    args: [1, 1],
    run: ([value]) => formatJson(value, { prefix: '', indent: '  ', escapesHtml: false }),
  },
  // Templates are not measured here, but the calls must work.
  { name: 'debug.Timer', args: [1, 1], run: () => new Timer() },
  { name: 'debug.VisualizeSpaces', args: [1, 1], run: ([value]) => showSpaces(toText(value)) },
];

class Timer extends GoObject {
  readonly typeName = 'debug.timer';

  member(name: string): unknown {
    return name === 'Stop' ? () => '' : undefined;
  }
}

function showSpaces(text: string): string {
  return text.replaceAll(' ', '[SPACE]').replaceAll('\t', '[TAB]').replaceAll('\n', '[NEWLINE]');
}
