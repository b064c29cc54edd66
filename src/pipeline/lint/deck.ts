/** Describes a deck for the rules of `src/lint/`: how its addresses are read, and where its text is. */
import type { SourceFile } from '../../diagnostics.ts';
import type { DeckContext } from '../../lint/lint.ts';
import type { ReadyDeck, SiteConfig } from '../../types.ts';
import { createAddressReader } from '../address-reader.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { listNamedFiles } from './named-files.ts';

/** Describes a deck of a site. `config` is that of the deck's language. */
export function describeDeck(
  ready: ReadyDeck,
  config: SiteConfig,
  { files }: Pick<SiteEnvironment, 'files'>,
): Omit<DeckContext, 'site'> {
  const { deck } = ready.rendered;
  const read = createAddressReader(deck, config);
  const isRewritten = config.relativeURLs || config.canonifyURLs;
  const sources = new Map<string, SourceFile | undefined>(
    deck.pages.map(({ source }) => [source.path, source]),
  );
  return {
    levels: config.checks,
    named: listNamedFiles(ready, config),
    readAddress(address) {
      const found = read(address);
      // A root-relative address gets the base path when the page is written.
      const isBelowBase = found?.isBelowBase === true || (isRewritten && /^\/(?!\/)/.test(address));
      return found && { ...found, isBelowBase };
    },
    readSource(file) {
      if (!sources.has(file)) sources.set(file, TEXT_RE.test(file) ? readFile(file, files) : undefined);
      return sources.get(file);
    },
  };
}

/** Files in which authors write addresses. */
const TEXT_RE = /\.(?:csv|hbs|html|json|markdown|md|toml|ya?ml)$/i;

function readFile(path: string, files: SiteEnvironment['files']): SourceFile | undefined {
  const text = files.read(path);
  return text === undefined ? undefined : { path, text };
}
