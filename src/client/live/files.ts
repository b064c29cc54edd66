/** Reloads changed files that an open page shows, and nothing else. */
import type { RevealApi } from 'reveal.js';

/** Query parameter that makes a browser load a file again. */
const CACHE_BUSTER = 'deckwright';

/** Elements that replaced others in order to be reloaded, with the HTML of the originals. */
const written = new WeakMap<Element, string>();

/** Finds the element on the page that corresponds to another one, even if it has been reloaded. */
export function findLiveCopy(parent: Element, element: Element): Element | undefined {
  return [...parent.children].find(
    (child) => (written.get(child) ?? child.outerHTML) === element.outerHTML || child.isEqualNode(element),
  );
}

/** Maximum time to wait for a stylesheet that fires no event, in milliseconds. */
const MAX_WAIT = 3000;

/** Waits until the stylesheets among some elements are loaded, so that the ones they replace can be removed. */
export async function replaceStyles(elements: readonly Element[]): Promise<void> {
  const sheets = elements.filter((element) => element.matches('link[rel=stylesheet]'));
  await Promise.all(
    sheets.map(
      (sheet) =>
        new Promise((resolve) => {
          setTimeout(resolve, MAX_WAIT);
          for (const event of ['load', 'error']) sheet.addEventListener(event, resolve, { once: true });
        }),
    ),
  );
}

/**
 * Reloads files.
 * @param addresses paths from the root of the server
 * @returns whether the page shows nothing outdated; a script that has run can't be replaced
 */
export async function refreshFiles(deck: RevealApi, addresses: readonly string[]): Promise<boolean> {
  const isChanged = (address: string | null): boolean =>
    address !== null && URL.canParse(address, location.href) && addresses.includes(addressPath(address));
  if ([...document.scripts].some(({ src }) => src !== '' && isChanged(src))) return false;
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  // Images and fonts of a stylesheet can't be reloaded on their own.
  const isFromSheet = [...document.styleSheets].some((sheet) => referencesAny(sheet, isChanged));
  if (isFromSheet) return false;
  await Promise.all(sheets.filter(({ href }) => isChanged(href)).map(loadSheetAgain));
  const slides = new Set<HTMLElement>();
  for (const element of document.querySelectorAll<HTMLElement>(SHOWN)) {
    const names = ATTRIBUTES.filter((name) => isChanged(element.getAttribute(name)));
    for (const name of names) element.setAttribute(name, withCacheBuster(element.getAttribute(name) ?? ''));
    if (names.some((name) => name.startsWith('data-background'))) slides.add(element);
  }
  for (const slide of slides) deck.syncSlide(slide);
  if (addresses.length > 0) deck.layout();
  return true;
}

const ATTRIBUTES = [
  'src',
  'data-src',
  'poster',
  'href',
  'data-background-image',
  'data-background-video',
  'data-background-iframe',
  'data-preview-image',
];

const SHOWN = ATTRIBUTES.flatMap((name) =>
  name === 'href' ? 'image[href]' : `[${name}]:not(script)`,
).join();

const addressPath = (address: string): string => decodeURI(new URL(address, location.href).pathname);

function withCacheBuster(address: string): string {
  const url = new URL(address, location.href);
  url.searchParams.set(CACHE_BUSTER, Date.now().toString(36));
  return url.href;
}

async function loadSheetAgain(sheet: HTMLLinkElement): Promise<void> {
  const fresh = sheet.cloneNode() as HTMLLinkElement;
  fresh.href = withCacheBuster(sheet.href);
  written.set(fresh, written.get(sheet) ?? sheet.outerHTML);
  sheet.after(fresh);
  await replaceStyles([fresh]);
  sheet.remove();
}

const URL_RE = /url\(["']?([^"')]+)["']?\)|@import\s+["']([^"']+)["']/g;

function referencesAny(sheet: CSSStyleSheet, isChanged: (address: string) => boolean): boolean {
  const rules = readRules(sheet);
  const base = sheet.href ?? location.href;
  return rules.some((rule) =>
    [...rule.cssText.matchAll(URL_RE)].some(([, url, imported]) => {
      const address = url ?? imported ?? '';
      return URL.canParse(address, base) && isChanged(new URL(address, base).href);
    }),
  );
}

/** Reads the rules of a stylesheet; the rules of another host can't be read. */
function readRules(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return [];
  }
}
