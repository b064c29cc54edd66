/** The title, the words and the content of a page. */
import { toText } from '../functions/conversions.ts';
import { SafeText } from '../gotemplate/values.ts';
import { Fragments, readContents } from './fragments.ts';
import type { MemberRows } from './members.ts';
import type { BasePage } from './page-base.ts';
import {
  isTruncated,
  plainText as plain,
  summaryOf,
  withoutSummary,
  wordsOf as words,
} from './page-words.ts';

/** As fast as people read slides of text: words a minute, Hugo's figure. */
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
  Summary: ({ content, page }) => new SafeText('html', summaryOf(page.params['summary'], content)),
  Truncated: ({ content }) => isTruncated(content),
  ContentWithoutSummary: ({ content, page }) =>
    new SafeText('html', withoutSummary(page.params['summary'], content)),
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

function renderString({ page, site }: BasePage, values: readonly unknown[]): SafeText {
  const options = values.length > 1 ? (values[0] as { readonly display?: unknown }) : {};
  const display = options.display === 'block' ? 'block' : 'inline';
  return new SafeText('html', site.source.renderString(page, toText(values.at(-1) ?? ''), display));
}
