/** `data.*`, which Hugo has taken out, and which old layouts still call. */
import { ANY, type FunctionContext, type FunctionRow } from './row.ts';
import { tellNothingFetched } from './remote.ts';

export const dataFunctions: readonly FunctionRow[] = [
  { name: 'data.GetCSV', aliases: ['getCSV'], args: [1, ANY], run: fetchNothing('getCSV', 1) },
  { name: 'data.GetJSON', aliases: ['getJSON'], args: [1, ANY], run: fetchNothing('getJSON', 0) },
];

/** The parts of an address are arguments of their own; in front of them may stand a separator. */
function fetchNothing(name: string, from: number): FunctionRow['run'] {
  return (values, context: FunctionContext) => {
    tellNothingFetched(
      name,
      values
        .slice(from)
        .filter((part) => typeof part === 'string')
        .join(''),
      context,
    );
    return null;
  };
}
