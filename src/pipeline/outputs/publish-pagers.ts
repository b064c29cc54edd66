/** Writes the further pages of a paginated list: `posts/page/2/`. */
import { rewriteAddresses } from '../../render/rewrite-addresses.ts';
import { pagerAddress } from '../../templates/model/pager.ts';
import { readPagination } from '../../templates/model/pagination.ts';
import type { Output, Page } from '../../types.ts';
import type { PublishContext } from './output-contexts.ts';

/**
 * Writes the pagers of a page, whose number is known once its first page has been written. As in Hugo, `posts/page/1/`
 * redirects to `posts/`.
 * @param write renders the page with its layout
 * @throws {DeckError} when the layout fails
 */
export function writePagers(
  page: Page,
  { renderer, environment }: Pick<PublishContext, 'renderer' | 'environment'>,
  write: () => string | undefined,
): readonly Output[] {
  const state = renderer.pagination(page);
  if (!state.pagers) return [];
  const config = renderer.config(page.language);
  const { path: folder, disableAliases } = readPagination(config.raw);
  const outputs: Output[] = [];
  const pathOf = (number: number): string =>
    `${pagerAddress(page.outputPath.replace(/index\.html$/, ''), number, folder)}index.html`;
  try {
    for (let number = 2; number <= state.pagers.length; number++) {
      state.current = number;
      const text = write();
      const path = pathOf(number);
      if (text !== undefined) outputs.push({ path, text: rewriteAddresses(text, path, config) });
    }
  } finally {
    state.current = 1;
  }
  if (disableAliases) return outputs;
  const data = { target: config.baseURL + page.address, site: { languageCode: config.languageCode } };
  const first = pathOf(2).replace(/2\/index\.html$/, '1/index.html');
  return [...outputs, { path: first, text: environment.renderLayout('alias', data) }];
}
