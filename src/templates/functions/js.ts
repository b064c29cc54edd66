/** `js.*`: scripts. */
import { passThrough } from './resources/pass-through.ts';
import type { FunctionRow } from './row.ts';

export const jsFunctions: readonly FunctionRow[] = [
  { name: 'js.Babel', aliases: ['babel'], args: [1, 2], run: passThrough('js.Babel') },
  { name: 'js.Build', args: [1, 2], run: passThrough('js.Build') },
  { name: 'resources.Babel', args: [1, 2], run: passThrough('resources.Babel') },
];
