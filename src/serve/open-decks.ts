/** The open decks: keeps the states of their pages, and sends them patches. */
import path from 'node:path';
import { readMinFont } from '../check-limits.ts';
import { DeckError, type Diagnostic } from '../diagnostics.ts';
import type { DeckFindings, DeckPatch, MeasuredDeck, OpenPage } from '../client/protocol.ts';
import type { Client, Deck, ReadyDeck, Section } from '../types.ts';
import type { OpenSite } from '../bundle/open-site.ts';
import { listFindings } from './deck-findings.ts';
import type { ChangedDeck } from './describe-save.ts';
import {
  changedFiles,
  countChanges,
  createDeckState,
  createFullPatch,
  createPatch,
  type DeckState,
} from './live-deck.ts';
import { SAVE_DELAY } from './lost-decks.ts';
import { MeasuredDecks } from './measured-decks.ts';
import type { OpenPages, Send } from './open-pages.ts';
import type { Problems } from './problems.ts';

/** What open decks need. */
export interface OpenDecksContext {
  readonly open: OpenSite;
  readonly problems: Problems;
  /** The base path of the server. */
  readonly base: string;
  /** The client for a deck. */
  readonly clientFor: (deck: ReadyDeck) => Promise<Client>;
  /** Called with every rendered deck. */
  readonly rendered: (deck: ReadyDeck) => void;
  readonly pages: Pick<OpenPages, 'send' | 'shows'>;
}

/** How many states are kept. A page with an older one is reloaded. */
const HISTORY_SIZE = 100;

/**
 * How long the open pages of a missing deck wait for it, in milliseconds: longer than a request, which may be a step of
 * the program that is saving the deck.
 */
const RELOAD_DELAY = 2 * SAVE_DELAY;

/** The decks that are open in a browser. */
export class OpenDecks {
  readonly #context: OpenDecksContext;
  /** The current states, by output path. */
  readonly #states = new Map<string, DeckState>();
  /** The last states, by revision: a page that was suspended may have an older one. */
  readonly #history = new Map<string, DeckState>();
  readonly #digests = new WeakMap<Section, string>();
  /** The decks as they were rendered last. */
  readonly #ready = new WeakMap<Deck, ReadyDeck>();
  /** The decks as their pages show them, by output path. */
  readonly #shown = new Map<string, ReadyDeck>();
  readonly #measured: MeasuredDecks;
  /** The findings that were sent last, as text, by output path. */
  readonly #sent = new Map<string, string>();
  /** Decks that were opened with a fallback theme because theirs does not compile; by output path. */
  readonly #withFallbackTheme = new Set<string>();

  constructor(context: OpenDecksContext) {
    this.#context = context;
    this.#measured = new MeasuredDecks(context);
  }

  /** Renders the page of a deck, which is open from now on.
   * @throws {DeckError} when its layout fails
   */
  async page(deck: Deck): Promise<string> {
    const { open, base } = this.#context;
    const ready = this.render(deck);
    const [state, client] = await this.#createState(ready);
    this.#remember(state, ready);
    if (failedStyles(ready).length > 0) this.#withFallbackTheme.add(deck.outputPath);
    const { outputPath, revision, slideLines } = state;
    const root = open.root.split(path.sep).join('/');
    const minFont = readMinFont(open.pipeline.decks().config);
    const live = { outputPath, revision, slideLines, base, root, minFont };
    const [page] = open.pipeline.publish(ready, { ...client, settings: { live } });
    return page?.text ?? '';
  }

  /** Renders a deck, and reports its problems. */
  render(deck: Deck): ReadyDeck {
    const { open, rendered, problems } = this.#context;
    const ready = open.findFiles(open.pipeline.render(deck), open.pipeline.decks());
    rendered(ready);
    this.#ready.set(deck, ready);
    problems.set(deck.outputPath, this.#diagnose(ready));
    return ready;
  }

  /** Renders a deck that no request asks for. */
  check(deck: Deck): void {
    const { rendered } = this.render(deck);
    this.#measured.follow(rendered, this.#context.pages.shows(deck.outputPath));
  }

  /** Reports the problems of a deck that has been rendered, with its links to decks that were rendered later. */
  lint(deck: Deck): void {
    const ready = this.#ready.get(deck);
    if (!ready) return;
    this.#context.problems.set(deck.outputPath, this.#diagnose(ready));
    this.#sendFindings(deck);
  }

  /**
   * Sends patches to open pages. While a deck has an error, its pages keep the last good state.
   * Decks that no page shows are skipped: a page that opens gets what is missing.
   * @param navigates whether pages navigate to the changed slide
   * @returns the decks that were sent, also those without a change
   */
  async refresh(navigates = false): Promise<readonly ChangedDeck[]> {
    const sent: ChangedDeck[] = [];
    for (const [outputPath, before] of this.#states) {
      if (!this.#context.pages.shows(outputPath)) continue;
      const deck = this.#findDeck(outputPath);
      if (!deck) this.#removeDeck(outputPath);
      else sent.push(...(await this.#refreshOne(deck, before, navigates)));
    }
    return sent;
  }

  /** Takes what a page has measured. A page with another state is about to get a patch, and measures again. */
  measured(page: MeasuredDeck): void {
    const { outputPath, revision } = page;
    const [deck, ready] = [this.#findDeck(outputPath), this.#shown.get(outputPath)];
    if (!deck || !ready || this.#states.get(outputPath)?.revision !== revision) return;
    this.#measured.take(page, ready.rendered);
    this.#sendFindings(deck);
  }

  /** Handles a page that connects with its state; `answer` sends to this page only. */
  async opened({ outputPath, revision, needsFullPatch }: OpenPage, answer: Send): Promise<void> {
    const deck = this.#findDeck(outputPath);
    const has = this.#history.get(revision);
    if (!deck || has?.outputPath !== outputPath) return answer('deckwright:reload', { outputPath });
    const after = await this.#next(deck, answer);
    if (after)
      answer('deckwright:patch', needsFullPatch ? createFullPatch(has, after) : createPatch(has, after));
    answer('deckwright:findings', this.#listFindings(deck));
  }

  async #refreshOne(deck: Deck, before: DeckState, navigates: boolean): Promise<readonly ChangedDeck[]> {
    const { pages, base } = this.#context;
    const { send } = pages;
    const after = await this.#next(deck, send);
    if (after) {
      const patch: DeckPatch = { ...createPatch(before, after), navigates };
      send('deckwright:patch', patch);
      const files = changedFiles(before, after);
      if (files.length > 0) send('deckwright:files', { addresses: files.map((file) => base + file) });
      this.#follow(deck);
    }
    this.#sendFindings(deck);
    if (!after) return [];
    return [{ deck, changes: countChanges(before, after), isSame: before.revision === after.revision }];
  }

  #follow({ outputPath }: Deck): void {
    const shown = this.#shown.get(outputPath);
    if (shown) this.#measured.follow(shown.rendered, true);
  }

  #diagnose(ready: ReadyDeck): readonly Diagnostic[] {
    return [...ready.diagnostics, ...this.#context.open.pipeline.lint([ready])];
  }

  /** Sends the findings of a deck to its pages, if they are others than before. */
  #sendFindings(deck: Deck): void {
    const { outputPath } = deck;
    const { pages } = this.#context;
    if (!pages.shows(outputPath)) return;
    const findings = this.#listFindings(deck);
    const text = JSON.stringify(findings);
    if (this.#sent.get(outputPath) === text) return;
    this.#sent.set(outputPath, text);
    pages.send('deckwright:findings', findings);
  }

  #listFindings(deck: Deck): DeckFindings {
    const { open, problems } = this.#context;
    const { outputPath } = deck;
    const ready = this.#ready.get(deck) ?? this.#shown.get(outputPath);
    return listFindings(outputPath, ready && this.#measured.describe(ready.rendered), {
      built: [...this.#siteFindings(deck), ...problems.of(outputPath)],
      measured: this.#measured.of(outputPath),
      root: open.root,
    });
  }

  /** Creates the current state of a deck. Errors are sent to its pages, and the result is `undefined`. */
  async #next(deck: Deck, send: Send): Promise<DeckState | undefined> {
    const { problems } = this.#context;
    const { outputPath } = deck;
    try {
      const ready = this.render(deck);
      const styles = failedStyles(ready);
      const found = [
        ...filterErrors([...this.#siteFindings(deck), ...problems.of(outputPath)]),
        // While a stylesheet has an error, pages keep its last good version.
        ...(this.#withFallbackTheme.has(outputPath) ? [] : styles),
      ];
      if (found.length > 0) {
        this.#sendProblem(outputPath, found, send);
        return undefined;
      }
      if (styles.length === 0) this.#withFallbackTheme.delete(outputPath);
      const [state] = await this.#createState(ready);
      this.#remember(state, ready);
      return state;
    } catch (error) {
      if (!(error instanceof DeckError)) throw error;
      // Warnings are not gone because the deck can't be rendered.
      const warnings = problems.of(outputPath).filter(({ severity }) => severity === 'warning');
      problems.set(outputPath, [...error.diagnostics, ...warnings]);
      this.#sendProblem(outputPath, error.diagnostics, send);
      return undefined;
    }
  }

  /** The diagnostics of the site, except those of other decks' files. */
  #siteFindings(deck: Deck): readonly Diagnostic[] {
    const { decks, diagnostics } = this.#context.open.pipeline.decks();
    const files = new Set(diagnostics.map(({ file }) => file));
    for (const other of files.size > 0 ? decks : [])
      if (other !== deck) for (const { source } of other.pages) files.delete(source.path);
    for (const { source } of deck.pages) files.add(source.path);
    return diagnostics.filter(({ file }) => files.has(file));
  }

  async #createState(ready: ReadyDeck): Promise<readonly [DeckState, Client]> {
    const { open, clientFor } = this.#context;
    const client = await clientFor(ready);
    const read = (file: string): string => open.files.read(file) ?? '';
    const { pipeline } = open;
    return [createDeckState(ready, { pipeline, client, read, digests: this.#digests }), client];
  }

  #remember(state: DeckState, ready: ReadyDeck): void {
    this.#shown.set(state.outputPath, ready);
    this.#states.set(state.outputPath, state);
    // Deleted first, so that the order of the map is that of last use.
    this.#history.delete(state.revision);
    this.#history.set(state.revision, state);
    const [oldest] = this.#history.keys();
    if (this.#history.size > HISTORY_SIZE && oldest !== undefined) this.#history.delete(oldest);
  }

  /** Handles a missing deck: it was deleted, its front matter has an error, or its file is being written. */
  #removeDeck(outputPath: string): void {
    const { open, pages } = this.#context;
    const { send } = pages;
    const errors = filterErrors(open.pipeline.decks().diagnostics);
    if (errors.length > 0) return this.#sendProblem(outputPath, errors, send);
    setTimeout(() => {
      const isBack = this.#findDeck(outputPath) !== undefined;
      if (!isBack && this.#states.delete(outputPath)) send('deckwright:reload', { outputPath });
    }, RELOAD_DELAY);
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

/** The diagnostics of stylesheets that don't compile, without which the deck is shown. */
const failedStyles = ({ diagnostics }: ReadyDeck): readonly Diagnostic[] =>
  diagnostics.filter(({ code }) => code === 'scss-invalid');
