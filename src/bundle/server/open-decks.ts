/** The decks that are open somewhere: what their pages have, and what they are told when that is not so any more. */
import path from 'node:path';
import { DeckError, type Diagnostic } from '../../diagnostics.ts';
import type { DeckPatch, LiveEvents, OpenPage } from '../../client/protocol.ts';
import type { Client, Deck, ReadyDeck } from '../../types.ts';
import type { OpenSite } from '../open-site.ts';
import { changedFiles, type DeckState, deckState, patchBetween, wholeDeck } from './live-deck.ts';
import type { Problems } from './problems.ts';

/** Says something to pages. */
export type Send = <E extends keyof LiveEvents>(event: E, data: LiveEvents[E]) => void;

/** What open decks are followed with. */
export interface OpenDecksTools {
  readonly open: OpenSite;
  readonly problems: Problems;
  /** The base path of the server. */
  readonly base: string;
  /** The client for a deck. */
  readonly clientFor: (deck: ReadyDeck) => Promise<Client>;
  /** Takes every deck that was rendered. */
  readonly rendered: (deck: ReadyDeck) => void;
  /** Says something to all pages. */
  readonly send: Send;
}

/** A page that was closed for longer than this many changes is loaded again. */
const REMEMBERED = 100;

/** For so long an empty file may be one that is being written. In milliseconds. */
const HALF_WRITTEN = 400;

/** The decks that are open. */
export class OpenDecks {
  readonly #tools: OpenDecksTools;
  /** What pages have, by output path. */
  readonly #states = new Map<string, DeckState>();
  /** The last states, by their revisions: a page may have slept through some of them. */
  readonly #history = new Map<string, DeckState>();
  /** Those that were opened in another theme than their own, as that does not compile; by output path. */
  readonly #inOtherThemes = new Set<string>();

  constructor(tools: OpenDecksTools) {
    this.#tools = tools;
  }

  /** The page of a deck, from now on an open one.
   * @throws {DeckError} when its layout fails
   */
  async page(deck: Deck): Promise<string> {
    const { open, base } = this.#tools;
    const ready = this.render(deck);
    const [state, client] = await this.#stateOf(ready);
    this.#keep(state);
    if (stylesThatFail(ready).length > 0) this.#inOtherThemes.add(deck.outputPath);
    const { outputPath, revision, places } = state;
    const root = open.root.split(path.sep).join('/');
    const live = { outputPath, revision, places, base, root };
    const [page] = open.pipeline.publish(ready, { ...client, settings: { live } });
    return page?.text ?? '';
  }

  /** Renders a deck, and tells what is wrong in it. */
  render(deck: Deck): ReadyDeck {
    const { open, problems, rendered } = this.#tools;
    const ready = open.findFiles(open.pipeline.render(deck), open.pipeline.decks());
    rendered(ready);
    problems.set(deck.outputPath, ready.diagnostics);
    return ready;
  }

  /**
   * Tells open pages what has changed; a mistake leaves the last good state on the screen.
   * @param navigates whether a page goes to what has changed
   */
  async refresh(navigates = false): Promise<void> {
    for (const [outputPath, before] of this.#states) {
      const deck = this.#deckAt(outputPath);
      if (!deck) this.#lost(outputPath);
      else await this.#refreshOne(deck, before, navigates);
    }
  }

  /** A page says which state it has; `answer` reaches no other page. */
  async opened({ outputPath, revision, isInDoubt }: OpenPage, answer: Send): Promise<void> {
    const deck = this.#deckAt(outputPath);
    const has = this.#history.get(revision);
    if (!deck || has?.outputPath !== outputPath) return answer('deckwright:reload', { outputPath });
    const after = await this.#next(deck, answer);
    if (after) answer('deckwright:patch', isInDoubt ? wholeDeck(has, after) : patchBetween(has, after));
  }

  async #refreshOne(deck: Deck, before: DeckState, navigates: boolean): Promise<void> {
    const { send, base } = this.#tools;
    const after = await this.#next(deck, send);
    if (!after) return;
    const patch: DeckPatch = { ...patchBetween(before, after), navigates };
    send('deckwright:patch', patch);
    const files = changedFiles(before, after);
    if (files.length > 0) send('deckwright:files', { addresses: files.map((file) => base + file) });
  }

  /** The state of a deck as it is now; `undefined` where it has a mistake, which is told. */
  async #next(deck: Deck, send: Send): Promise<DeckState | undefined> {
    const { problems } = this.#tools;
    const { outputPath } = deck;
    try {
      const ready = this.render(deck);
      const styles = stylesThatFail(ready);
      const found = [
        ...errorsAmong([...this.#siteFindings(deck), ...ready.diagnostics]),
        // Who is at work on a stylesheet sees the last look of it that was right.
        ...(this.#inOtherThemes.has(outputPath) ? [] : styles),
      ];
      if (found.length > 0) throw new DeckError(found);
      if (styles.length === 0) this.#inOtherThemes.delete(outputPath);
      const [state] = await this.#stateOf(ready);
      this.#keep(state);
      return state;
    } catch (error) {
      if (!(error instanceof DeckError)) throw error;
      problems.set(outputPath, error.diagnostics);
      this.#problem(outputPath, error.diagnostics, send);
      return undefined;
    }
  }

  /** What was found in the site, but for what is wrong in the front matter of other decks. */
  #siteFindings(deck: Deck): readonly Diagnostic[] {
    const { decks, diagnostics } = this.#tools.open.pipeline.decks();
    const filesOf = (some: readonly Deck[]): Set<string> =>
      new Set(some.flatMap(({ pages }) => pages.map(({ source }) => source.path)));
    const [own, others] = [filesOf([deck]), filesOf(decks.filter((other) => other !== deck))];
    return diagnostics.filter(({ file }) => own.has(file) || !others.has(file));
  }

  async #stateOf(ready: ReadyDeck): Promise<readonly [DeckState, Client]> {
    const { open, clientFor } = this.#tools;
    const client = await clientFor(ready);
    const read = (file: string): string => open.files.read(file) ?? '';
    return [deckState(ready, { pipeline: open.pipeline, client, read }), client];
  }

  #keep(state: DeckState): void {
    this.#states.set(state.outputPath, state);
    // The last one is the one that is forgotten last.
    this.#history.delete(state.revision);
    this.#history.set(state.revision, state);
    const [oldest] = this.#history.keys();
    if (this.#history.size > REMEMBERED && oldest !== undefined) this.#history.delete(oldest);
  }

  /** A deck that is gone: taken away, or its front matter can't be read just now, or its file is only half written. */
  #lost(outputPath: string): void {
    const { open, send } = this.#tools;
    const errors = errorsAmong(open.pipeline.decks().diagnostics);
    if (errors.length > 0) return this.#problem(outputPath, errors, send);
    setTimeout(() => {
      const isBack = this.#deckAt(outputPath) !== undefined;
      if (!isBack && this.#states.delete(outputPath)) send('deckwright:reload', { outputPath });
    }, HALF_WRITTEN);
  }

  #problem(outputPath: string, errors: readonly Diagnostic[], send: Send): void {
    const [first] = errors;
    if (!first) return;
    const { code, message, hint, file, line, column, frame } = first;
    const place = { file: path.join(this.#tools.open.root, file), path: file, line, column };
    send('deckwright:problem', {
      outputPath,
      code,
      message,
      hint,
      frame,
      place: line > 0 ? place : undefined,
      more: errors.length - 1,
    });
  }

  #deckAt(outputPath: string): Deck | undefined {
    return this.#tools.open.pipeline.decks().decks.find((deck) => deck.outputPath === outputPath);
  }
}

const errorsAmong = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');

/** What is wrong in stylesheets of a deck that do not compile, so that it would be shown without them. */
const stylesThatFail = ({ diagnostics }: ReadyDeck): readonly Diagnostic[] =>
  diagnostics.filter(({ code }) => code === 'scss-invalid');
