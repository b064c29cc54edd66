/** A deck with the files that it needs besides its page. */
import { createDeckFiles } from '../../src/bundle/deck-files.ts';
import type { SourceFile } from '../../src/diagnostics.ts';
import { memoryFiles } from '../../src/files.ts';
import type { ReadyDeck } from '../../src/types.ts';
import { openSite } from './site.ts';

/** Files of a site, by their paths. */
export type Texts = Readonly<Record<string, string>>;

/** The deck of `content/talk/` with its files. The params are what stands below `reveal_hugo`, in TOML. */
export function findDeckFiles(params: string, texts: Texts = {}, config = ''): ReadyDeck {
  const files = memoryFiles({
    'hugo.toml': `baseURL = "https://example.org/sub/"\n${config}`,
    'content/talk/_index.md': `+++\noutputs = ["Reveal"]\n[reveal_hugo]\n${params}\n+++\n# A\n`,
    ...texts,
  });
  const pipeline = openSite(files);
  const site = pipeline.decks();
  const [deck] = site.decks;
  if (!deck) throw new Error('there is no deck');
  const runTemplate = (_deck: unknown, { text }: SourceFile): string => text.replace('{{ ground }}', 'green');
  return createDeckFiles({ root: import.meta.dirname, files, runTemplate })(pipeline.render(deck), site);
}

/** What is published with it: texts by their paths. */
export const publishedBy = ({ files }: ReadyDeck): Record<string, string> =>
  Object.fromEntries(files.published.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));

/** What was found: `code file:line`. */
export const findingsOf = ({ diagnostics }: ReadyDeck): string[] =>
  diagnostics.map(({ code, file, line }) => `${code} ${file}:${line}`);
