/** One page of a site that holds nothing else but what is given, with what was found wrong in it. */
import type { Diagnostic } from '../../src/diagnostics.ts';
import { memoryFiles } from '../../src/files.ts';
import { readSiteConfig } from '../../src/site/config/config.ts';
import { listContent } from '../../src/site/pages/content.ts';
import { readPage } from '../../src/site/pages/page.ts';
import type { Page } from '../../src/types.ts';

export interface ReadOnePage {
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `content/a.md`, or the file that is named, with this text; `others` are the files beside it. */
export function readAsPage(
  text: string,
  others: Readonly<Record<string, string>> = {},
  source = 'content/a.md',
): ReadOnePage {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const files = memoryFiles({ ...others, [source]: text });
  const config = readSiteConfig(files, {}, report);
  const file = listContent(files, config).pages.find((candidate) => candidate.source === source);
  if (!file) throw new Error(`${source} is no page`);
  return { page: readPage({ ...file, text }, config, report), diagnostics };
}
