/** `lang.*`. */
import { TemplateFailure } from '../../gotemplate/values.ts';
import { toInteger, toNumber, toText } from '../values/conversions.ts';
import { readField } from '../values/fields.ts';
import { readList } from '../values/lists.ts';
import { resolveLocale } from './locale.ts';
import type { FunctionContext, FunctionRow } from '../row.ts';

type Values = readonly unknown[];

export const langFunctions: readonly FunctionRow[] = [
  { name: 'lang.FormatAccounting', args: [3, 3], run: formatMoney('accounting') },
  { name: 'lang.FormatCurrency', args: [3, 3], run: formatMoney('standard') },
  {
    name: 'lang.FormatNumber',
    args: [2, 2],
    run: ([precision, number], context) => formatIn(context, precision, number, {}),
  },
  { name: 'lang.FormatNumberCustom', args: [2, 4], run: formatCustom },
  {
    name: 'lang.FormatPercent',
    args: [2, 2],
    // Hugo's percentages are already in percent: 512.5 is 512.5%.
    run: ([precision, number], context) =>
      formatIn(context, precision, toNumber(number) / 100, { style: 'percent' }),
  },
  { name: 'lang.Merge', args: [2, 2], run: mergePages },
  { name: 'lang.Translate', aliases: ['i18n', 'T'], args: [1, 2], run: translate },
];

/** Translates a key; as in Hugo, a missing translation is empty. */
function translate([key, data]: Values, { host }: FunctionContext): string {
  return host.translate(toText(key), data) ?? '';
}

function formatIn(
  { host }: FunctionContext,
  precision: unknown,
  number: unknown,
  options: Intl.NumberFormatOptions,
): string {
  const digits = toPrecision(precision);
  const format = new Intl.NumberFormat(resolveLocale(host.language()), {
    ...options,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Hugo's English has no space between a currency code and the number, unlike Unicode's.
  return format.format(toNumber(number)).replace(/^(\D*[A-Z]{3})\u00a0(?=\d)/, '$1');
}

/** Reads a number of decimal digits. */
function toPrecision(value: unknown): number {
  const digits = toInteger(value);
  if (digits < 0 || digits > 20) throw new TemplateFailure(`invalid precision: ${digits}`);
  return digits;
}

function formatMoney(currencySign: 'standard' | 'accounting'): FunctionRow['run'] {
  return ([precision, currency, number], context) => {
    const code = toText(currency);
    if (!/^[A-Z]{3}$/.test(code)) {
      throw new TemplateFailure(`unknown currency code: "${code}"`, 'Use a three-letter code, such as EUR.');
    }
    return formatIn(context, precision, number, { style: 'currency', currency: code, currencySign });
  };
}

/**
 * `lang.FormatNumberCustom 2 12345.678 "- . ,"`: the characters for minus, decimals and groups, split by the last
 * argument.
 */
function formatCustom([precision, number, signs, separator]: Values): string {
  const parts =
    signs === undefined
      ? ['-', '.', ',']
      : toText(signs).split(separator === undefined ? ' ' : toText(separator));
  if (parts.length > 3) throw new TemplateFailure('too many fields in options parameter to NumFmt');
  const [minus = '', decimal = '', group = ''] = parts;
  const digits = toPrecision(precision);
  const power = 10 ** digits;
  const value = Math.round(Math.abs(toNumber(number)) * power) / power;
  const [whole = '', fraction] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, () => group);
  const sign = toNumber(number) < 0 && value !== 0 ? minus : '';
  return sign + grouped + (fraction === undefined ? '' : decimal + fraction);
}

/** Merges the pages of two languages: those of the second list, and of the first where there is no translation. */
function mergePages([from, to]: Values): unknown {
  const own = readList(to) ?? [];
  const keys = new Set(own.map((page) => readField(page, 'TranslationKey')));
  const missing = (readList(from) ?? []).filter((page) => !keys.has(readField(page, 'TranslationKey')));
  return [...own, ...missing];
}
