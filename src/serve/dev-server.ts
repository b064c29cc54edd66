/** The dev server: serves decks and files of the site, watches the site's folder, and notifies open pages. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { ViteDevServer, WebSocketClient } from 'vite';
import { CHANGED_EVENT, CHECK_EVENT } from '../client/protocol.ts';
import { DeckError } from '../diagnostics.ts';
import type { PublishedPages } from '../pipeline.ts';
import type { Client, Deck, ReadyDeck } from '../types.ts';
import { provideClassic } from '../bundle/client/client-cache.ts';
import type { OpenSite } from '../bundle/open-site.ts';
import type { StyleModules } from '../bundle/styles/style-modules.ts';
import { resolveLinks } from '../write/destination.ts';
import { checkWhenIdle } from './check-when-idle.ts';
import { describeSave, listSaved } from './describe-save.ts';
import { companionScripts, devClient } from './dev-client.ts';
import { isViteAddress } from './guard.ts';
import { LateLog } from './late-log.ts';
import { LostDecks } from './lost-decks.ts';
import { measuredOwner } from './measured-decks.ts';
import { OpenDecks } from './open-decks.ts';
import { OpenPages } from './open-pages.ts';
import type { PageEvents } from './page-messages.ts';
import { answerOther } from './other-pages.ts';
import { decksPage, problemPage, type SiteReport } from './pages.ts';
import { Problems } from './problems.ts';
import { readRequestPath } from './request-path.ts';
import { sendFile } from './send-file.ts';
import { redirect, send } from './send-text.ts';
import { changedStaticFiles, createServedFiles } from './served-files.ts';
import { watchRoot } from './watch-root.ts';
import { listSources, watchFolder } from './watch.ts';

/** Options of the dev server. */
export interface DevOptions {
  /** Makes open pages navigate to the changed slide, as Hugo's `--navigateToChanged`. */
  readonly navigateToChanged?: boolean;
}

/** The path of the deck list, for sites with a deck at the root. */
export const DECKS_PATH = '__decks/';

/** The owner of problems in pages that are not decks. */
const PAGES_OWNER = 'pages that are not decks';

/** After how long a request is handled again; in milliseconds. */
const RETRY_DELAY = 20;

/** The duration up to which pages are rendered without a request; in milliseconds. */
const SLOW = 1000;

/** What a dev server needs besides its options. */
export interface DevSite {
  readonly open: OpenSite;
  /** The base path of the server. */
  readonly base: string;
  /** The stylesheets that Vite serves. */
  readonly sheets: StyleModules;
}

/** Serves the pages of a site. Vite, which serves the modules and watches the files, may be loaded later. */
export class DevServer {
  #server: ViteDevServer | undefined;
  readonly #open: OpenSite;
  readonly #base: string;
  readonly #options: DevOptions;
  readonly #log = new LateLog();
  readonly #client: Client;
  readonly #files: ReturnType<typeof createServedFiles>;
  readonly #problems: Problems;
  readonly #decks: OpenDecks;
  readonly #pages: OpenPages;
  readonly #lost = new LostDecks({ read: (file) => this.#open.files.read(file) });
  readonly #check: () => void;
  #changes = 0;
  /** How long the last rendering of all other pages took; in milliseconds. */
  #pagesDuration = 0;
  /** Changes are handled one after the other. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor({ open, base, sheets }: DevSite, options: DevOptions) {
    this.#open = open;
    this.#base = base;
    this.#options = options;
    this.#client = devClient(base, sheets);
    this.#files = createServedFiles(open.root);
    this.#problems = new Problems(this.#log);
    const clients = (): Set<WebSocketClient> => this.#server?.ws.clients ?? new Set();
    this.#pages = new OpenPages({
      get clients() {
        return clients();
      },
    });
    this.#decks = new OpenDecks({
      open,
      problems: this.#problems,
      base,
      clientFor: (deck) => this.#clientFor(deck),
      rendered: (deck) => this.#files.keep(deck),
      pages: this.#pages,
    });
    this.#check = checkWhenIdle(open, {
      check: (deck) => this.#decks.check(deck),
      checkLinks: (deck) => this.#decks.lint(deck),
      done: () => {
        this.#checkPages();
        if (this.#problems.hasNews()) this.#notifyOtherPages();
      },
      logUnexpected: this.logUnexpected,
    });
  }

  /** Follows the open pages and the files of the site with Vite. */
  attach(server: ViteDevServer): void {
    this.#server = server;
    this.#log.start(server.config.logger);
    server.ws.on(
      'deckwright:open' satisfies keyof PageEvents,
      (page: PageEvents['deckwright:open'], client) =>
        this.#enqueue(() => this.#decks.opened(page, this.#pages.opened(page, client))),
    );
    server.ws.on(
      'deckwright:measured' satisfies keyof PageEvents,
      (page: PageEvents['deckwright:measured']) =>
        this.#enqueue(() => {
          this.#decks.measured(page);
          if (this.#problems.hasNews()) this.#notifyOtherPages();
        }),
    );
    server.ws.on(CHECK_EVENT, ({ changes }: PageEvents[typeof CHECK_EVENT], client) => {
      if (changes !== this.#changes) client.send({ type: 'custom', event: CHANGED_EVENT, data: {} });
    });
    this.#watch(server);
    this.#reportSite();
    this.#check();
  }

  /** Serves files and pages of the site. */
  answer(request: IncomingMessage, response: ServerResponse, next: Next): void {
    const requestPath = readRequestPath(request, this.#base);
    // The pages of the site are below its base path.
    if (requestPath === undefined || isViteAddress(requestPath)) return next();
    if (this.#lost.mayComeBack(requestPath)) return this.#answerLater(request, response, next);
    const { pipeline } = this.#open;
    const file = this.#files.find(requestPath, pipeline, () => this.#publishPages().outputs);
    if (file?.kind === 'bytes') return send(response, 200, file.bytes, file.type);
    if (!file || !sendFile(request, response, file)) this.#answerPage(requestPath, response, next);
  }

  /** Answers when a file that is being saved may be complete. */
  #answerLater(request: IncomingMessage, response: ServerResponse, next: Next): void {
    setTimeout(() => {
      try {
        this.answer(request, response, next);
      } catch (error) {
        next(error);
      }
    }, RETRY_DELAY);
  }

  #answerPage(requestPath: string, response: ServerResponse, next: Next): void {
    const { decks } = this.#open.pipeline.decks();
    const deck = decks.find(
      ({ outputPath }) => outputPath === requestPath || outputPath === `${requestPath}index.html`,
    );
    const folder = decks.find(({ outputPath }) => outputPath === `${requestPath}/index.html`);
    if (deck) this.#page(deck).then((page) => send(response, 200, page), next);
    else if (folder) redirect(response, `${this.#base}${requestPath}/`);
    else if (requestPath === DECKS_PATH) send(response, 200, decksPage(this.#report()));
    else this.#answerOther(requestPath, response);
  }

  #answerOther(requestPath: string, response: ServerResponse): void {
    answerOther(requestPath, response, {
      open: this.#open,
      base: this.#base,
      publish: () => this.#publishPages(),
      report: () => this.#report(),
    });
  }

  /** Renders all pages that are not decks, and reports their problems. */
  #publishPages(): PublishedPages {
    const startedAt = performance.now();
    const { pipeline } = this.#open;
    const pages = pipeline.publishPages(this.#client, () =>
      pipeline.decks().decks.map((deck) => this.#decks.render(deck)),
    );
    this.#pagesDuration = performance.now() - startedAt;
    this.#problems.set(PAGES_OWNER, pages.diagnostics);
    return pages;
  }

  /** Reports problems in pages that are not open; if rendering them is slow, only when one is requested. */
  #checkPages(): void {
    if (this.#pagesDuration < SLOW) this.#publishPages();
  }

  #watch(server: ViteDevServer): void {
    const { watcher } = server;
    const { root, destination, openedAt } = this.#open;
    const listFiles = (): readonly string[] => listSources(this.#open.pipeline.decks());
    watchFolder(watcher, { root, ignored: destination, openedAt, listFiles }, (files) =>
      this.#enqueue(() => this.#update(files)),
    );
    watchRoot(watcher, resolveLinks(root), {
      gone: () => this.#log.warn(`${root} is gone; waiting until it is back`),
      back: () => this.#enqueue(() => server.restart()),
    });
    // A watcher that is ready already has few files.
    watcher.once('ready', () => this.#open.files.keepLists());
  }

  #enqueue(work: () => unknown): void {
    this.#queue = this.#queue.then(work).catch(this.logUnexpected);
  }

  /** Logs an unexpected error, which must not stop the server in the middle of a talk. */
  readonly logUnexpected = (error: unknown): void =>
    this.#log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));

  async #page(deck: Deck): Promise<string> {
    this.#reportSite();
    try {
      return await this.#decks.page(deck);
    } catch (error) {
      if (!(error instanceof DeckError)) throw error;
      return problemPage({ ...this.#report(), problems: error.diagnostics });
    }
  }

  #report(): SiteReport {
    return {
      site: this.#open.pipeline.decks(),
      problems: this.#problems.all(),
      base: this.#base,
      root: this.#open.root.split(path.sep).join('/'),
      changes: this.#changes,
    };
  }

  #reportSite(): void {
    const { decks, diagnostics } = this.#open.pipeline.decks();
    const owners = decks.flatMap(({ outputPath }) => [outputPath, measuredOwner(outputPath)]);
    this.#problems.keep(new Set([PAGES_OWNER, ...owners]));
    this.#problems.set('', diagnostics);
  }

  /** The classic script is bundled when the first deck asks for it. */
  async #clientFor({ scripts }: ReadyDeck): Promise<Client> {
    if (scripts === 'module') return this.#client;
    const { folder, files } = await provideClassic();
    this.#files.keepFolder(folder, files);
    return {
      ...this.#client,
      classic: { script: files[0] ?? '', modules: companionScripts(this.#base) },
    };
  }

  async #update(files: readonly string[]): Promise<void> {
    const startedAt = performance.now();
    const { pipeline, site, files: listed } = this.#open;
    const before = pipeline.decks();
    listed.update(files);
    pipeline.update(files);
    const after = pipeline.decks();
    this.#lost.update(before.decks, after.decks);
    // While the configuration has an error, its base path is unknown.
    const isReadable = !after.diagnostics.some(({ severity }) => severity === 'error');
    // Vite depends on the base path.
    const isRestart = isReadable && after.config.basePath !== site.config.basePath;
    if (isRestart) return this.#server?.restart();
    this.#reportSite();
    const base = this.#base;
    const changed = new Set(files);
    const written =
      this.#options.navigateToChanged === true &&
      after.decks.find(({ pages }) => pages.some(({ source }) => changed.has(source.path)));
    if (written) this.#pages.send('deckwright:navigate', { address: base + written.head.address });
    const sent = await this.#decks.refresh(Boolean(written));
    const addresses = changedStaticFiles([before, after], changed).map((file) => base + file);
    if (addresses.length > 0) this.#pages.send('deckwright:files', { addresses });
    const line = describeSave({
      decks: listSaved(sent, { before, after, isOpen: this.#pages.hasAny() }),
      files: addresses.length,
      milliseconds: performance.now() - startedAt,
    });
    if (line !== undefined) this.#log.info(line);
    this.#notifyOtherPages();
    this.#check();
  }

  /** Makes pages that are not decks reload. */
  #notifyOtherPages(): void {
    this.#problems.hasNews();
    this.#changes++;
    this.#server?.ws.send({ type: 'custom', event: CHANGED_EVENT, data: {} });
  }
}

type Next = (error?: unknown) => void;
