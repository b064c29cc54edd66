/**
 * Resolves links to content files and images in `assets/`: if a site enables Hugo's embedded render hooks, targets are
 * looked up among its pages, the resources of the page and the assets. Source: Hugo's embedded render hooks.
 */
import { decodeAddress } from '../../decode-escapes.ts';
import { findLinkedPage } from '../../shortcodes/page-refs.ts';
import { isTable } from '../../tables.ts';
import { readPath } from '../../site/formats/formats.ts';
import type { Page, PageResource, RenderHooks, SiteConfig } from '../../types.ts';

/** The services that resolve addresses. */
export interface AddressServices {
  /** The configuration of the site in the language of the page. */
  readonly config: SiteConfig;
  pages(this: void): readonly Page[];
  /** Whether the page has an address of its own, rather than being a part of another page's deck. */
  readonly isPublished: boolean;
  /** Publishes a file of `assets/` and returns its output path; `undefined` if there is none. */
  publishAsset(this: void, path: string): string | undefined;
}

/** Hugo's values of `useEmbedded`: whether an embedded hook wins over the site's own hook, yields to it, or is off. */
type Mode = 'always' | 'fallback' | 'never';

/** Adds Hugo's embedded hooks to the hooks of a page. */
export function withEmbeddedHooks(
  hooks: RenderHooks | undefined,
  page: Page,
  services: AddressServices,
): RenderHooks | undefined {
  const custom: RenderHooks = { ...hooks };
  const modes = { link: readMode('link', services.config), image: readMode('image', services.config) };
  if (modes.link === 'never' && modes.image === 'never') return hooks;
  if (modes.link === 'always') delete custom.link;
  if (modes.image === 'always') delete custom.image;
  return {
    ...custom,
    resolve: {
      ...(modes.link !== 'never' && { link: (address) => resolveLink(address, page, services) }),
      ...(modes.image !== 'never' && { image: (address) => resolveFile(address, page, services) }),
    },
  };
}

const HOOKS = ['markup', 'goldmark', 'renderHooks'];
const MODES: readonly Mode[] = ['always', 'fallback', 'never'];

function readMode(kind: 'link' | 'image', { raw }: SiteConfig): Mode {
  const written = readPath(raw, [...HOOKS, kind, 'useEmbedded']);
  const mode = MODES.find((one) => one === written);
  if (mode) return mode;
  // The key of earlier versions of Hugo.
  const isDefault = readPath(raw, [...HOOKS, kind, 'enableDefault']);
  if (typeof isDefault === 'boolean') return isDefault ? 'fallback' : 'never';
  return sharesFiles(raw) ? 'fallback' : 'never';
}

/** Whether all languages of a site are on one host and share the resources of their pages. */
function sharesFiles(raw: SiteConfig['raw']): boolean {
  const languages = readPath(raw, ['languages']);
  if (!isTable(languages) || Object.keys(languages).length === 0) return false;
  if (readPath(raw, ['markup', 'goldmark', 'duplicateResourceFiles']) === true) return false;
  return Object.keys(languages).every((code) => readPath(languages, [code, 'baseURL']) === undefined);
}

/** Splits an address into its path and the rest; `undefined` for an external address. */
function splitAddress(address: string): { readonly path: string; readonly rest: string } | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return undefined;
  const at = address.search(/[?#]/);
  return at < 0 ? { path: address, rest: '' } : { path: address.slice(0, at), rest: address.slice(at) };
}

function resolveLink(address: string, page: Page, services: AddressServices): string {
  const parts = splitAddress(address);
  if (!parts) return address;
  const { path, rest } = parts;
  const { basePath, relativeURLs } = services.config;
  // A fragment stays relative if the page has no address of its own, or if pages are opened without a server.
  if (path === '')
    return rest.startsWith('#') && services.isPublished && !relativeURLs
      ? basePath + page.address + rest
      : address;
  const found = findLinkedPage(decodeAddress(path), { pages: services.pages(), from: page });
  return found ? basePath + found.address + rest : resolveFile(address, page, services);
}

function resolveFile(address: string, page: Page, { config, publishAsset }: AddressServices): string {
  const parts = splitAddress(address);
  if (!parts || parts.path === '') return address;
  const name = decodeAddress(parts.path).replace(/^(?:\.?\/)+/, '');
  const output = findResource(name, page)?.outputPath || publishAsset(name);
  return output ? config.basePath + encodeURI(output) + parts.rest : address;
}

const findResource = (name: string, { resources }: Page): PageResource | undefined =>
  resources.find((resource) => resource.name.toLowerCase() === name.toLowerCase());
