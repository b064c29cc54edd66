/** Patches the page around the slides of an open deck: its head, its options, and other elements of its layout. */
import type { RevealApi } from 'reveal.js';
import { type FeatureLoaders, loadFeatures, setUpFeatures } from '../features.ts';
import { type DeckSettings, type PagePatch, SETTINGS_ID } from '../protocol.ts';
import { findLiveCopy, replaceStyles } from './files.ts';
import { morphAttributes } from './morph.ts';
import { changedOptions } from './options.ts';

/**
 * Patches the open page. If something can't be changed in an open page, such as a script, nothing is changed.
 * @returns whether the page was patched
 */
export async function patchPage(
  deck: RevealApi,
  { was, next }: PagePatch,
  loaders: FeatureLoaders,
): Promise<boolean> {
  const [before, after] = [parsePage(was), parsePage(next)];
  if (readScripts(before) !== readScripts(after)) return false;
  const [old, settings] = [readPageSettings(before), readPageSettings(after)];
  if (old.readsOnPhones !== settings.readsOnPhones) return false;
  const options = changedOptions(deck, old.options, settings.options);
  const plans = CONTAINERS.map((selector) => planChildren(selector, before, after));
  if (!options || plans.includes(undefined)) return false;
  for (const selector of [...CONTAINERS, 'html', '.reveal']) morphTag(selector, before, after);
  for (const plan of plans) await plan?.();
  if (Object.keys(options).length > 0) deck.configure(options);
  // A feature that is no longer needed does no harm until the next reload.
  const more = settings.features.filter((feature) => !old.features.includes(feature));
  await setUpFeatures(deck, await loadFeatures(more, loaders));
  deck.layout();
  return true;
}

const parsePage = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

const readPageSettings = (page: Document): DeckSettings =>
  JSON.parse(page.getElementById(SETTINGS_ID)?.textContent || '{"options":{},"features":[]}') as DeckSettings;

/** Reads the scripts of a page: scripts that have run can't be undone. */
const readScripts = (page: Document): string =>
  [...page.querySelectorAll(`script:not(#${SETTINGS_ID})`)].map(({ outerHTML }) => outerHTML).join('\n');

/** Elements whose children a layout may change; each contains the next. */
const CONTAINERS = ['head', 'body', '.reveal', '.slides'];

/** Children that are handled separately. */
const HANDLED_SEPARATELY = `.reveal, .slides, title, .slides > section, script`;

/**
 * Plans the changes of an element's children; `undefined` if one to be removed is not on the page as it was written.
 */
function planChildren(
  selector: string,
  before: Document,
  after: Document,
): (() => Promise<void>) | undefined {
  const live = document.querySelector(selector);
  const [was, next] = [before, after].map((page) => listChildren(page.querySelector(selector)));
  if (!live || !was || !next) return undefined;
  const text = (element: Element): string => element.outerHTML;
  const [old, fresh] = [new Set(was.map(text)), new Set(next.map(text))];
  const gone = was.filter((element) => !fresh.has(text(element)));
  const copies = gone.map((element) => findLiveCopy(live, element));
  if (copies.includes(undefined)) return undefined;
  return async () => {
    const added = next.filter((element) => !old.has(text(element)));
    for (const element of added.toReversed())
      live.insertBefore(element, findFollowing(live, next.slice(next.indexOf(element) + 1)));
    await replaceStyles(added);
    for (const copy of copies) copy?.remove();
  };
}

const listChildren = (container: Element | null): Element[] | undefined =>
  container ? [...container.children].filter((child) => !child.matches(HANDLED_SEPARATELY)) : undefined;

/** Finds the first of these elements that is on the page already, so that stylesheets keep their order. */
function findFollowing(live: Element, following: readonly Element[]): Element | null {
  for (const element of following) {
    const found = element.parentNode === live ? element : findLiveCopy(live, element);
    if (found) return found;
  }
  const slides = live.matches('.slides') ? live.querySelector(':scope > section') : null;
  return slides ?? live.querySelector(':scope > .slides + *');
}

function morphTag(selector: string, before: Document, after: Document): void {
  const [live, was, next] = [document, before, after].map((page) => page.querySelector(selector));
  if (live && was && next) morphAttributes(live, was, next);
}
