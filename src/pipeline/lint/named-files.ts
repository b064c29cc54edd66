/** Lists the files that the parameters of a deck name, for the checks: its logo, its picture for social media. */
import type { NamedFile } from '../../lint/rule.ts';
import { readMeta } from '../../render/meta.ts';
import { readPath } from '../../site/formats/formats.ts';
import { locateKey } from '../../site/locate-key.ts';
import type { DeckParams, Page, ReadyDeck, SiteConfig, SourceLocation } from '../../types.ts';

/** Lists the files, without those that are reported while the deck is prepared for publishing. */
export function listNamedFiles(ready: ReadyDeck, config: SiteConfig): readonly NamedFile[] {
  const { params, deck } = ready.rendered;
  const logo = params.logo?.['src'];
  return [
    ...(typeof logo === 'string' ? [logo] : []).map((address) => ({
      kind: 'picture' as const,
      address,
      param: 'logo.src',
      location: locate(['logo', 'src'], deck.head, config),
    })),
    ...readMeta(deck.head, config).images.map((address) => ({
      kind: 'picture' as const,
      address,
      param: 'images',
      location: locate(['images'], deck.head, config),
    })),
    ...listRootedFiles(ready),
  ];
}

/** Where a parameter can be set in front matter, the one that wins first. */
const PREFIXES = [['reveal_hugo'], ['params', 'reveal_hugo'], ['params'], []];

function locate(keys: readonly string[], head: Page, config: SiteConfig): SourceLocation {
  const paths = PREFIXES.map((prefix) => [...prefix, ...keys]);
  const inPage = paths.find((path) => readPath(head.frontMatter.data, path) !== undefined);
  if (inPage) return locateKey(head.location, inPage);
  const inSite = paths
    .map((path) => locateKey(config.layers, ['params', ...path]))
    .find(({ source }) => source !== undefined);
  return inSite ?? { source: head.source, offset: 0 };
}

/** A parameter that lists addresses. */
interface AddressParam {
  readonly kind: NamedFile['kind'];
  readonly key: string;
  list(this: void, params: DeckParams): readonly (string | undefined)[];
}

const ADDRESS_PARAMS: readonly AddressParam[] = [
  { kind: 'style', key: 'custom_theme', list: ({ customTheme }) => [customTheme] },
  { kind: 'style', key: 'custom_css', list: ({ customCss }) => customCss },
  { kind: 'script', key: 'custom_js', list: ({ customJs }) => customJs },
  { kind: 'style', key: 'plugins', list: ({ plugins }) => plugins.flatMap(({ css }) => css) },
  { kind: 'script', key: 'plugins', list: ({ plugins }) => plugins.map(({ source }) => source) },
];

/** A root-relative address is used as it is written if the site has no such file. */
function listRootedFiles({ rendered, files }: ReadyDeck): readonly NamedFile[] {
  const used = [
    ...files.styles,
    ...files.pluginStyles,
    ...files.scripts,
    ...files.plugins.map(({ script }) => script),
  ];
  const rooted = new Set(used.filter((address) => address !== undefined && /^\/(?!\/)/.test(address)));
  if (rooted.size === 0) return [];
  const { params, deck } = rendered;
  return ADDRESS_PARAMS.flatMap(({ kind, key, list }) =>
    list(params).flatMap((address) => {
      if (address === undefined || !rooted.has(address)) return [];
      const location = params.locations[key] ?? { source: deck.head.source, offset: 0 };
      return [{ kind, address, param: `reveal_hugo.${key}`, location }];
    }),
  );
}
