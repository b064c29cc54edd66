/** Go's `url.URL`. */
import { decodeEscapes } from '../../../decode-escapes.ts';
import { formatValue } from '../../gotemplate/print.ts';
import { GoObject } from '../../gotemplate/values.ts';

const URL_RE = /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;

/** Parses a URL. */
export function parseUrl(text: string): GoUrl {
  return new GoUrl(text);
}

class GoUrl extends GoObject {
  readonly typeName = 'url.URL';
  readonly #text: string;
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(text: string) {
    super();
    this.#text = text;
    const [, scheme = '', authority, rest = '', query = '', fragment = ''] = URL_RE.exec(text) ?? [];
    const host = (authority ?? '').replace(/^.*@/, '');
    const user = /^(.*)@/.exec(authority ?? '')?.[1];
    // A URL such as mailto:x@y has no path.
    const isOpaque = scheme !== '' && authority === undefined && !rest.startsWith('/');
    this.#fields = {
      Scheme: scheme.toLowerCase(),
      Opaque: isOpaque ? rest : '',
      User: user ?? null,
      Host: host,
      Hostname: host.replace(/:\d*$/, ''),
      Port: /:(\d+)$/.exec(host)?.[1] ?? '',
      Path: isOpaque ? '' : decodeEscapes(rest),
      RawPath: '',
      EscapedPath: isOpaque ? '' : rest,
      RawQuery: query,
      Query: queryOf(query),
      Fragment: decodeEscapes(fragment),
      IsAbs: scheme !== '',
      RequestURI: (rest || '/') + (query === '' ? '' : `?${query}`),
      String: () => text,
    };
  }

  member(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }

  override toString(): string {
    return this.#text;
  }
}

/** Reads the values of each key. */
function queryOf(query: string): GoObject {
  return new Query(new URLSearchParams(query));
}

class Query extends GoObject {
  readonly typeName = 'url.Values';
  readonly #values: URLSearchParams;

  constructor(values: URLSearchParams) {
    super();
    this.#values = values;
  }

  member(name: string): unknown {
    if (name === 'Get') return (key: unknown) => this.#values.get(String(key)) ?? '';
    if (name === 'Has') return (key: unknown) => this.#values.has(String(key));
    if (name === 'Encode') return () => this.#values.toString();
    return this.#values.has(name) ? this.#values.getAll(name) : null;
  }

  override toString(): string {
    return formatValue(Object.fromEntries(this.entries()));
  }

  override entries(): readonly (readonly [string, unknown])[] {
    return [...new Set(this.#values.keys())].map((key) => [key, this.#values.getAll(key)] as const);
  }
}
