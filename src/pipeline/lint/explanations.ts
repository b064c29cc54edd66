/** Explains why nothing is published at a path, for the checks of links and files. */
import type { Explanation } from '../../lint/rule.ts';
import type { Page } from '../../types.ts';
import type { Site } from '../find-site.ts';

/** Returns why nothing is published at a path; `undefined` if that is not known. */
type Explain = (path: string) => Explanation | undefined;

/** The explanations, in order: the first one that is known counts. */
const EXPLANATIONS: readonly ((site: Site) => Explain)[] = [
  explainSource,
  explainMarkdown,
  explainHidden,
  explainPart,
  explainUnwritten,
];

/** Creates the explanations for a site, when the first one is asked for. */
export function createExplainer(site: Site): Explain {
  let explanations: readonly Explain[] | undefined;
  return (path) => {
    explanations ??= EXPLANATIONS.map((create) => create(site));
    for (const explain of explanations) {
      const found = explain(path);
      if (found) return found;
    }
    return undefined;
  };
}

/** A path with its folder in the site, such as `static/a.png`, or a file that only templates publish. */
function explainSource({ staticFiles, assets }: Site): Explain {
  const published = new Map(staticFiles.map(({ source, outputPath }) => [source, outputPath]));
  const unpublished = new Map(assets.map(({ source, outputPath }) => [outputPath, source]));
  return (path) => {
    const source = listEnds(path).find((end) => published.has(end));
    const output = source === undefined ? undefined : published.get(source);
    if (output !== undefined)
      return {
        reason: `the file ${source} is published at "/${output}"`,
        hint: (address) => `Write "${address(output)}".`,
      };
    const asset = unpublished.get(path);
    if (asset === undefined) return undefined;
    return {
      reason: `the file ${asset} is published only if a template asks for it`,
      hint: () => 'Move the file to static/.',
    };
  };
}

/** A path, and what is left of it without its first folders. */
const listEnds = (path: string): readonly string[] =>
  path.split('/').map((_, n, names) => names.slice(n).join('/'));

const MARKDOWN_RE = /\.(?:md|markdown)$/i;

/** The Markdown file of a page, to which editors and GitHub follow links. */
function explainMarkdown({ pages, decks }: Site): Explain {
  const heads = new Map(decks.flatMap((deck) => deck.pages.map((page) => [page, deck.head])));
  return (path) => {
    if (!MARKDOWN_RE.test(path)) return undefined;
    const name = `/${path.split('/').at(-1)}`;
    const named = pages.filter(({ source }) => source.path.endsWith(name));
    const exact = named.find(({ source }) => source.path.endsWith(`/${path}`));
    const page = exact ?? (named.length === 1 ? named[0] : undefined);
    if (!page) return undefined;
    const { address: target } = heads.get(page) ?? page;
    return {
      reason: `the file ${page.source.path} is published as a page`,
      hint: (address) => `Write "${address(target)}", or use the shortcode ref.`,
    };
  };
}

/** Why a deck is hidden, with the flag that includes it. */
const HIDDEN = {
  draft: ['is a draft', '--buildDrafts'],
  future: ['has a date in the future', '--buildFuture'],
  expired: ['has expired', '--buildExpired'],
} as const;

function explainHidden({ hiddenDecks }: Site): Explain {
  const hidden = new Map(hiddenDecks.map((deck) => [trim(deck.page.address), deck]));
  return (path) => {
    const found = hidden.get(trim(path));
    if (!found) return undefined;
    const [words, flag] = HIDDEN[found.reason];
    return {
      reason: `${found.page.source.path} ${words}, so it is not published`,
      hint: () => `Publish the page, remove the link, or build with ${flag}.`,
    };
  };
}

/** A page whose slides are in the deck of another one. */
function explainPart({ decks }: Site): Explain {
  const parts = new Map(
    decks.flatMap(({ head, pages }) =>
      pages.filter((page) => page !== head).map((page) => [trim(page.address), { page, head }]),
    ),
  );
  return (path) => {
    const found = parts.get(trim(path));
    if (!found) return undefined;
    return {
      reason: `the slides of ${found.page.source.path} are in the deck of ${found.head.source.path}`,
      hint: (address) => `Link to that deck: "${address(found.head.address)}".`,
    };
  };
}

/** A page that the site has no layout for. */
function explainUnwritten({ otherPages }: Site): Explain {
  const written = otherPages.filter(({ source }) => source.path !== '');
  const others = new Map<string, Page>(written.map((page) => [trim(page.address), page]));
  return (path) => {
    const page = others.get(trim(path));
    if (!page) return undefined;
    return {
      reason: `${page.source.path} is no deck, and the site has no layout for such a page`,
      hint: () => 'Add a layout for it, or make it a deck.',
    };
  };
}

/** The path of a page without its ending. */
const trim = (path: string): string => path.replace(/(?:^|\/)index\.html$|\.html$|\/$/, '');
