/** `[taxonomies]` of a configuration. */
import type { SiteConfig } from '../../types.ts';
import { toText } from '../functions/values/conversions.ts';
import { isMap } from '../gotemplate/values.ts';
import { normalizeParams } from './params.ts';

/** Hugo's default taxonomies: the singular name, and the key in front matter. */
const DEFAULTS = { category: 'categories', tag: 'tags' };

/** Reads the key in front matter and the singular name of each taxonomy. */
export function readTaxonomies({ raw, disableKinds }: SiteConfig): readonly (readonly [string, string])[] {
  if (disableKinds.some((kind) => kind === 'taxonomy' || kind === 'term')) return [];
  const { taxonomies = DEFAULTS } = normalizeParams(raw);
  if (!isMap(taxonomies)) return [];
  return Object.entries(taxonomies).map(([singular, plural]) => [toText(plural), singular] as const);
}
