/** `partials.*`. */
import { formatValue } from '../gotemplate/print.ts';
import { toText } from './values/conversions.ts';
import { ANY, type FunctionContext, type FunctionRow } from './row.ts';

type Values = readonly unknown[];

export const partialsFunctions: readonly FunctionRow[] = [
  {
    name: 'partials.Include',
    aliases: ['partial'],
    args: [1, 2],
    run: ([name, data], { host }) => host.partial(toText(name), data),
  },
  { name: 'partials.IncludeCached', aliases: ['partialCached'], args: [2, ANY], run: includeCached },
];

/** Runs a partial once for each set of variants; as in Hugo, its data makes no difference. */
function includeCached([name, data, ...variants]: Values, { host, cache }: FunctionContext): unknown {
  const key = `partialCached ${host.language()} ${toText(name)} ${variants.map(formatValue).join(' ')}`;
  if (!cache.has(key)) cache.set(key, host.partial(toText(name), data));
  return cache.get(key);
}
