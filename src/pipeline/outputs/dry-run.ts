/** Publishes without a client, to find out what fails and which decks have no errors. */
import { type Diagnostic, collectDiagnostics } from '../../diagnostics.ts';
import type { Client, Output, ReadyDeck } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { PublishedPages } from './publish-pages.ts';

/** The result of a dry run. */
export interface DryRun {
  readonly pages: PublishedPages;
  /** Errors in layouts of decks, and the diagnostics of other pages. */
  readonly diagnostics: readonly Diagnostic[];
  /** The decks without errors. */
  readonly sound: readonly ReadyDeck[];
}

/** Addresses do not matter, as nothing is written. */
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

/** Publishes all decks and pages, and discards the outputs of the decks. */
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
