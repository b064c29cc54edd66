/** The title, the text and the content of a page. */
import { toText } from '../functions/values/conversions.ts';
import { SafeText } from '../gotemplate/values.ts';
import { Fragments, readContents } from './fragments.ts';
import type { MemberRows } from './members.ts';
import type { BasePage } from './page-base.ts';
import { normalizeParams } from './params.ts';
import {
  isTruncated,
  plainText as plain,
  createSummary,
  withoutSummary,
  splitWords as words,
} from './page-words.ts';

/** Words per minute, as in Hugo. */
const READING_SPEED = 213;
/** Hugo rounds the number of words up to a hundred. */
const FUZZY = 100;

export const pageTexts: MemberRows<BasePage> = {
  Title: ({ page }) => page.title,
  LinkTitle: ({ page }) => page.linkTitle || page.title,
  Description: ({ page }) => page.description,
  Keywords: ({ params }) => params['keywords'] ?? [],
  Content: ({ content }) => new SafeText('html', content),
  RawContent: ({ page }) => page.source.text.slice(page.bodyOffset),
  Plain: ({ content }) => plain(content),
  PlainWords: ({ content }) => words(content),
  WordCount: ({ content }) => words(content).length,
  FuzzyWordCount: ({ content }) => Math.ceil((words(content).length + 1) / FUZZY) * FUZZY,
  ReadingTime: ({ content }) => Math.ceil(words(content).length / READING_SPEED),
  Len: ({ content }) => content.length,
  Summary: (object) =>
    new SafeText('html', writtenSummary(object) ?? createSummary(object.content, summaryWords(object))),
  Truncated: (object) =>
    writtenSummary(object) === undefined && isTruncated(object.content, summaryWords(object)),
  ContentWithoutSummary: (object) => {
    const { content } = object;
    const isApart = writtenSummary(object) !== undefined;
    return new SafeText('html', isApart ? content : withoutSummary(content, summaryWords(object)));
  },
  Fragments: ({ content }) => new Fragments(content),
  TableOfContents: ({ content, site }) =>
    new SafeText('html', new Fragments(content).toHtml(readContents(site.config.raw))),
  Render:
    ({ page, site }) =>
    (view: unknown) =>
      new SafeText('html', site.source.renderView(page, toText(view ?? ''))),
  RenderString:
    (object) =>
    (...values: readonly unknown[]) =>
      renderString(object, values),
};

/** Renders `summary` of the front matter, which is Markdown. */
function writtenSummary({ page, site }: BasePage): string | undefined {
  const { summary } = normalizeParams(page.params);
  return typeof summary === 'string' && summary !== ''
    ? site.source.renderString(page, summary, 'inline')
    : undefined;
}

/** Reads `summaryLength` of the site. */
function summaryWords({ site }: BasePage): number | undefined {
  const { summarylength } = normalizeParams(site.config.raw);
  return typeof summarylength === 'number' ? summarylength : undefined;
}

function renderString({ page, site }: BasePage, values: readonly unknown[]): SafeText {
  const options = values.length > 1 ? (values[0] as { readonly display?: unknown }) : {};
  const display = options.display === 'block' ? 'block' : 'inline';
  return new SafeText('html', site.source.renderString(page, toText(values.at(-1) ?? ''), display));
}
