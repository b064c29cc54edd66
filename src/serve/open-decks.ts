/** The decks that are open somewhere: what their pages have, and what they are told when that is not so any more. */
import path from 'node:path';
import { DeckError, type Diagnostic } from '../diagnostics.ts';
import type { DeckPatch, LiveEvents, OpenPage } from '../client/protocol.ts';
import type { Client, Deck, ReadyDeck } from '../types.ts';
import type { OpenSite } from '../bundle/open-site.ts';
import { changedFiles, type DeckState, createDeckState, createPatch, createFullPatch } from './live-deck.ts';
import type { Problems } from './problems.ts';

/** Says something to pages. */
export type Send = <E extends keyof LiveEvents>(event: E, data: LiveEvents[E]) => void;

/** What open decks are followed with. */
export interface OpenDecksContext {
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
const HISTORY_SIZE = 100;

/** For so long an empty file may be one that is being written. In milliseconds. */
const WRITE_DELAY = 400;

/** The decks that are open. */
export class OpenDecks {
  readonly #context: OpenDecksContext;
  /** What pages have, by output path. */
  readonly #states = new Map<string, DeckState>();
  /** The last states, by their revisions: a page may have slept through some of them. */
  readonly #history = new Map<string, DeckState>();
  /** Those that were opened in another theme than their own, as that does not compile; by output path. */
  readonly #withFallbackTheme = new Set<string>();

  constructor(tools: OpenDecksContext) {
    this.#context = tools;
  }

  /** The page of a deck, from now on an open one.
   * @throws {DeckError} when its layout fails
   */
  async page(deck: Deck): Promise<string> {
    const { open, base } = this.#context;
    const ready = this.render(deck);
    const [state, client] = await this.#createState(ready);
    this.#remember(state);
    if (failedStyles(ready).length > 0) this.#withFallbackTheme.add(deck.outputPath);
    const { outputPath, revision, slideLines } = state;
    const root = open.root.split(path.sep).join('/');
    const live = { outputPath, revision, slideLines, base, root };
    const [page] = open.pipeline.publish(ready, { ...client, settings: { live } });
    return page?.text ?? '';
  }

  /** Renders a deck, and tells what is wrong in it. */
  render(deck: Deck): ReadyDeck {
    const { open, problems, rendered } = this.#context;
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
      const deck = this.#findDeck(outputPath);
      if (!deck) this.#removeDeck(outputPath);
      else await this.#refreshOne(deck, before, navigates);
    }
  }

  /** A page says which state it has; `answer` reaches no other page. */
  async opened({ outputPath, revision, needsFullPatch }: OpenPage, answer: Send): Promise<void> {
    const deck = this.#findDeck(outputPath);
    const has = this.#history.get(revision);
    if (!deck || has?.outputPath !== outputPath) return answer('deckwright:reload', { outputPath });
    const after = await this.#next(deck, answer);
    if (after)
      answer('deckwright:patch', needsFullPatch ? createFullPatch(has, after) : createPatch(has, after));
  }

  async #refreshOne(deck: Deck, before: DeckState, navigates: boolean): Promise<void> {
    const { send, base } = this.#context;
    const after = await this.#next(deck, send);
    if (!after) return;
    const patch: DeckPatch = { ...createPatch(before, after), navigates };
    send('deckwright:patch', patch);
    const files = changedFiles(before, after);
    if (files.length > 0) send('deckwright:files', { addresses: files.map((file) => base + file) });
  }

  /** The state of a deck as it is now; `undefined` where it has a mistake, which is told. */
  async #next(deck: Deck, send: Send): Promise<DeckState | undefined> {
    const { problems } = this.#context;
    const { outputPath } = deck;
    try {
      const ready = this.render(deck);
      const styles = failedStyles(ready);
      const found = [
        ...filterErrors([...this.#siteFindings(deck), ...ready.diagnostics]),
        // Who is at work on a stylesheet sees the last look of it that was right.
        ...(this.#withFallbackTheme.has(outputPath) ? [] : styles),
      ];
      if (found.length > 0) throw new DeckError(found);
      if (styles.length === 0) this.#withFallbackTheme.delete(outputPath);
      const [state] = await this.#createState(ready);
      this.#remember(state);
      return state;
    } catch (error) {
      if (!(error instanceof DeckError)) throw error;
      problems.set(outputPath, error.diagnostics);
      this.#sendProblem(outputPath, error.diagnostics, send);
      return undefined;
    }
  }

  /** What was found in the site, but for what is wrong in the front matter of other decks. */
  #siteFindings(deck: Deck): readonly Diagnostic[] {
    const { decks, diagnostics } = this.#context.open.pipeline.decks();
    const filesOf = (some: readonly Deck[]): Set<string> =>
      new Set(some.flatMap(({ pages }) => pages.map(({ source }) => source.path)));
    const [own, others] = [filesOf([deck]), filesOf(decks.filter((other) => other !== deck))];
    return diagnostics.filter(({ file }) => own.has(file) || !others.has(file));
  }

  async #createState(ready: ReadyDeck): Promise<readonly [DeckState, Client]> {
    const { open, clientFor } = this.#context;
    const client = await clientFor(ready);
    const read = (file: string): string => open.files.read(file) ?? '';
    return [createDeckState(ready, { pipeline: open.pipeline, client, read }), client];
  }

  #remember(state: DeckState): void {
    this.#states.set(state.outputPath, state);
    // The last one is the one that is forgotten last.
    this.#history.delete(state.revision);
    this.#history.set(state.revision, state);
    const [oldest] = this.#history.keys();
    if (this.#history.size > HISTORY_SIZE && oldest !== undefined) this.#history.delete(oldest);
  }

  /** A deck that is gone: taken away, or its front matter can't be read just now, or its file is only half written. */
  #removeDeck(outputPath: string): void {
    const { open, send } = this.#context;
    const errors = filterErrors(open.pipeline.decks().diagnostics);
    if (errors.length > 0) return this.#sendProblem(outputPath, errors, send);
    setTimeout(() => {
      const isBack = this.#findDeck(outputPath) !== undefined;
      if (!isBack && this.#states.delete(outputPath)) send('deckwright:reload', { outputPath });
    }, WRITE_DELAY);
  }

  #sendProblem(outputPath: string, errors: readonly Diagnostic[], send: Send): void {
    const [first] = errors;
    if (!first) return;
    const { code, message, hint, file, line, column, frame } = first;
    const position = { file: path.join(this.#context.open.root, file), path: file, line, column };
    send('deckwright:problem', {
      outputPath,
      code,
      message,
      hint,
      frame,
      position: line > 0 ? position : undefined,
      more: errors.length - 1,
    });
  }

  #findDeck(outputPath: string): Deck | undefined {
    return this.#context.open.pipeline.decks().decks.find((deck) => deck.outputPath === outputPath);
  }
}

const filterErrors = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');

/** What is wrong in stylesheets of a deck that do not compile, so that it would be shown without them. */
const failedStyles = ({ diagnostics }: ReadyDeck): readonly Diagnostic[] =>
  diagnostics.filter(({ code }) => code === 'scss-invalid');
