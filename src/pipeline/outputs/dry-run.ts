/** Publishing without a client: what fails on the way, and which decks are sound. */
import { type Diagnostic, collectDiagnostics } from '../../diagnostics.ts';
import type { Client, Output, ReadyDeck } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { PublishedPages } from './publish-pages.ts';

/** What publishing would come to. */
export interface DryRun {
  readonly pages: PublishedPages;
  /** Mistakes in layouts of decks, and what was found in pages that are no decks. */
  readonly diagnostics: readonly Diagnostic[];
  /** The decks that have no mistake of their own. */
  readonly sound: readonly ReadyDeck[];
}

/** Addresses do not matter where nothing is written. */
const placeholderClient: Client = {
  scripts: [],
  classic: { script: '', modules: [] },
  style: () => '',
  address: (path) => path,
};

interface Publisher {
  publish(deck: ReadyDeck, client: Client): readonly Output[];
  publishPages(client: Client, decks: () => readonly ReadyDeck[]): PublishedPages;
}

/** Goes through all that publishing does. */
export function dryRun(site: Site, decks: readonly ReadyDeck[], publisher: Publisher): DryRun {
  const errors = new Map(
    decks.map((deck) => [deck, collectDiagnostics(() => publisher.publish(deck, placeholderClient))]),
  );
  const pages = publisher.publishPages(placeholderClient, () => decks);
  const faultyFiles = new Set(site.diagnostics.filter(isError).map(({ file }) => file));
  const isSound = (ready: ReadyDeck): boolean =>
    !ready.diagnostics.some(isError) &&
    (errors.get(ready) ?? []).length === 0 &&
    !ready.rendered.deck.pages.some(({ source }) => faultyFiles.has(source.path));
  return {
    pages,
    diagnostics: [...[...errors.values()].flat(), ...pages.diagnostics],
    sound: decks.filter(isSound),
  };
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
