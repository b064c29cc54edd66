/** `.Site.Config`: settings that templates check before they embed content of other sites. */
import type { SiteConfig } from '../../types.ts';
import { isMap } from '../gotemplate/values.ts';
import { normalizeParams } from './params.ts';

type Values = Readonly<Record<string, unknown>>;

/** Default values. Source: Hugo's configuration of privacy and services. */
const defaults = {
  privacy: {
    disqus: { disable: false },
    googleanalytics: { disable: false, respectdonottrack: true },
    instagram: { disable: false, simple: false },
    twitter: { disable: false, enablednt: false, simple: false },
    vimeo: { disable: false, enablednt: false, simple: false },
    x: { disable: false, enablednt: false, simple: false },
    youtube: { disable: false, privacyenhanced: false },
  },
  services: {
    disqus: { shortname: '' },
    googleanalytics: { id: '' },
    instagram: { accesstoken: '', disableinlinecss: false },
    rss: { limit: -1 },
    twitter: { disableinlinecss: false },
    x: { disableinlinecss: false },
  },
} satisfies Record<string, Record<string, Values>>;

export function configObject({ raw }: SiteConfig): unknown {
  const written = normalizeParams(raw);
  const tables = Object.entries(defaults).map(([name, own]) => [name, merge(own, written[name])]);
  return { ...Object.fromEntries(tables), disablekinds: written['disablekinds'] ?? [] };
}

/** Merges a table into defaults, including nested tables. */
function merge(under: Values, over: unknown): Values {
  if (!isMap(over)) return under;
  const keys = new Set([...Object.keys(under), ...Object.keys(over)]);
  return Object.fromEntries(
    [...keys].map((key) => {
      const below = under[key];
      return [key, isMap(below) ? merge(below, over[key]) : (over[key] ?? below)];
    }),
  );
}
