/** `data.*`, which Hugo has removed, but old layouts still call. */
import { ANY, type FunctionContext, type FunctionRow } from './row.ts';
import { toText } from './values/conversions.ts';
import { cleanPath } from './path.ts';
import { reportNotFetched, reportOnce } from './resources/remote.ts';
import { unmarshal } from './transform/unmarshal.ts';

export const dataFunctions: readonly FunctionRow[] = [
  { name: 'data.GetCSV', aliases: ['getCSV'], args: [1, ANY], run: readData('getCSV', 'csv') },
  { name: 'data.GetJSON', aliases: ['getJSON'], args: [1, ANY], run: readData('getJSON', 'json') },
];

/** Reads data. The parts of the address are separate arguments; the first argument may be a separator. */
function readData(name: string, format: 'csv' | 'json'): FunctionRow['run'] {
  return (values, context: FunctionContext) => {
    const parts = values.slice(format === 'csv' ? 1 : 0);
    const address = parts.filter((part) => typeof part === 'string').join('');
    if (/^https?:\/\//i.test(address)) {
      reportNotFetched(name, address, context);
      return null;
    }
    const text = context.host.readFile(cleanPath(`/${address}`).slice(1));
    if (text === undefined) {
      reportOnce(
        `${name} "${address}" returns nothing, because the site has no such file; check the path`,
        context,
      );
      return null;
    }
    const delimiter = format === 'csv' ? { delimiter: toText(values[0]) } : {};
    return unmarshal([{ format, ...delimiter }, text], context);
  };
}
