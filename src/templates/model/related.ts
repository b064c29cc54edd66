/** `.Related`: the pages most related to a page. Source of the rules: Hugo's related content. */
import { readFieldPath } from '../functions/values/fields.ts';
import { toText } from '../functions/values/conversions.ts';
import { readList } from '../functions/values/lists.ts';
import { GoTime } from '../functions/time/object.ts';
import { GoObject, isMap, TemplateFailure } from '../gotemplate/values.ts';
import { Fragments } from './fragments.ts';
import { findParam, normalizeParams } from './params.ts';
import { BasePage } from './page-base.ts';

/** An index by which pages are compared. */
interface RelatedIndex {
  readonly name: string;
  readonly weight: number;
  /** `fragments` compares ids of headings; all others compare params. */
  readonly type: string;
  /** The date format for comparison. */
  readonly pattern: string;
  readonly toLower: boolean;
  /** Keywords that more than this percentage of pages have are ignored; 0 ignores none. */
  readonly cardinality: number;
}

interface RelatedConfig {
  /** Minimum rank of related pages, from 0 to 100. */
  readonly threshold: number;
  /** Whether newer pages are included. */
  readonly includeNewer: boolean;
  readonly indices: readonly RelatedIndex[];
}

const index = (name: string, weight: number): RelatedIndex => ({
  name,
  weight,
  type: 'basic',
  pattern: '2006',
  toLower: false,
  cardinality: 0,
});

/** The indexes of a site without `[related]`. */
const relatedDefaults = {
  threshold: 80,
  includeNewer: false,
  indices: [index('keywords', 100), index('date', 10), index('tags', 80)],
} satisfies RelatedConfig;

/** Reads `[related]` of a configuration. */
function readRelated(raw: Readonly<Record<string, unknown>>): RelatedConfig {
  const { related } = normalizeParams(raw);
  if (!isMap(related)) return relatedDefaults;
  const toLower = related['tolower'] === true;
  const written = readList(related['indices']) ?? [];
  return {
    threshold: Number(related['threshold'] ?? relatedDefaults.threshold),
    includeNewer: related['includenewer'] === true,
    indices:
      written.length === 0
        ? relatedDefaults.indices
        : written.filter(isMap).map((one) => ({
            name: toText(one['name'] ?? '').toLowerCase(),
            weight: Number(one['weight'] ?? 0),
            type: toText(one['type'] ?? 'basic'),
            pattern: toText(one['pattern'] ?? '') || '2006',
            toLower: toLower || one['tolower'] === true,
            cardinality: Number(one['cardinalitythreshold'] ?? 0),
          })),
  };
}

/** Reads the keywords of a page in an index. */
function keywordsOf(page: BasePage, { name, type, pattern, toLower }: RelatedIndex): readonly string[] {
  if (type === 'fragments') return new Fragments(page.content).all.map(({ ID }) => ID);
  const value = findParam(page.params, name);
  const texts = keywordTexts(value, pattern);
  return toLower ? texts.map((text) => text.toLowerCase()) : texts;
}

function keywordTexts(value: unknown, pattern: string): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  if (value instanceof GoTime) return [value.format(pattern)];
  return (readList(value) ?? [value]).map(toText);
}

interface RelatedQuery {
  readonly page: BasePage | undefined;
  /** The keywords to find, by index. */
  readonly wanted: readonly (readonly [RelatedIndex, readonly string[]])[];
}

/** Finds the pages of a list that match a query, best matches first. */
export function findRelated(pages: readonly BasePage[], request: unknown): readonly BasePage[] {
  const [first] = pages;
  if (!first) return [];
  const config = readRelated(first.site.config.raw);
  const { page, wanted: all } = readQuery(request, config);
  const wanted = withoutFrequent(pages, all);
  const newest = page && !config.includeNewer ? dateOf(page) : undefined;
  const ranked = pages
    .filter((other) => other !== page && !(newest && !newest.isZero && dateOf(other).date > newest.date))
    .map((other) => ({ other, rank: rankOf(other, wanted, config) }))
    .filter(({ rank }) => rank > 0);
  return ranked
    .toSorted((a, b) => b.rank - a.rank || dateOf(b.other).date.getTime() - dateOf(a.other).date.getTime())
    .map(({ other }) => other);
}

/** Removes keywords that too many pages have. */
function withoutFrequent(pages: readonly BasePage[], wanted: RelatedQuery['wanted']): RelatedQuery['wanted'] {
  return wanted.map(([one, keywords]) => {
    if (one.cardinality === 0) return [one, keywords] as const;
    const known = pages.map((page) => keywordsOf(page, one));
    const share = (keyword: string): number =>
      Math.floor((known.filter((own) => own.includes(keyword)).length * 100) / pages.length);
    return [one, keywords.filter((keyword) => share(keyword) <= one.cardinality)] as const;
  });
}

const dateOf = (page: BasePage): GoTime => page.member('PublishDate') as GoTime;

/**
 * Reads a query: a page, or `dict "document" . "indices" (slice "tags") "namedSlices" (slice (keyVals "tags" "a"))`.
 */
function readQuery(request: unknown, config: RelatedConfig): RelatedQuery {
  if (request instanceof BasePage) return { page: request, wanted: wantedOf(request, config.indices) };
  if (!isMap(request))
    throw new TemplateFailure('Related takes a page or a map of options', 'Use .Related . for this page.');
  const options = normalizeParams(request);
  const names = (readList(options['indices']) ?? []).map((name) => toText(name).toLowerCase());
  const indices =
    names.length === 0 ? config.indices : config.indices.filter(({ name }) => names.includes(name));
  const { document } = options;
  const page = document instanceof BasePage ? document : undefined;
  const named = (readList(options['namedslices']) ?? []).map((slice) => namedSlice(slice, config.indices));
  return { page, wanted: [...(page ? wantedOf(page, indices) : []), ...named] };
}

const wantedOf = (page: BasePage, indices: readonly RelatedIndex[]): RelatedQuery['wanted'] =>
  indices.map((one) => [one, keywordsOf(page, one)] as const);

/** Reads a value of `keyVals`: a name with its keywords. */
function namedSlice(slice: unknown, indices: readonly RelatedIndex[]): RelatedQuery['wanted'][number] {
  const read = (name: string): unknown =>
    slice instanceof GoObject ? readFieldPath(slice, name) : undefined;
  const name = toText(read('Key') ?? '').toLowerCase();
  const found = indices.find((one) => one.name === name);
  if (!found)
    throw new TemplateFailure(
      `index config for "${name}" not found`,
      'Add it under [related] in the configuration.',
    );
  return [found, (readList(read('Values')) ?? []).map(toText)];
}

/**
 * Computes the rank of a page for some keywords; 0 below the threshold. The threshold is compared with the mean weight
 * of all matches relative to the greatest weight; each match lowers the bar.
 */
function rankOf(page: BasePage, wanted: RelatedQuery['wanted'], config: RelatedConfig): number {
  const weights = wanted.flatMap(([one, keywords]) => {
    const own = new Set(keywordsOf(page, one));
    return keywords.filter((keyword) => own.has(keyword)).map(() => one.weight);
  });
  if (weights.length === 0) return 0;
  const most = Math.max(...config.indices.map(({ weight }) => weight));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = Math.round((Math.floor(total / weights.length) / (most || 1)) * 100);
  return share >= Math.floor(config.threshold / weights.length) ? total : 0;
}
