/** `cast.*`. */
import { createFloat, toInteger, toNumber, toText } from './values/conversions.ts';
import type { FunctionRow } from './row.ts';

export const castFunctions: readonly FunctionRow[] = [
  { name: 'cast.ToFloat', aliases: ['float'], args: [1, 1], run: ([value]) => createFloat(toNumber(value)) },
  { name: 'cast.ToInt', aliases: ['int'], args: [1, 1], run: ([value]) => toInteger(value) },
  { name: 'cast.ToString', aliases: ['string'], args: [1, 1], run: ([value]) => toText(value) },
];
