/** The dev server: renders the deck that is asked for, watches the author's folder, and tells open pages what changed. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { DeckError, type Diagnostic, formatDiagnostic } from '../../diagnostics.ts';
import type { Client, Deck, RenderedDeck, SiteConfig } from '../../types.ts';
import { CHANGED_EVENT, type LiveEvents } from '../../client/protocol.ts';
import { provideClassic } from '../client/client-cache.ts';
import { CLIENT_MODULE, COMPANION_MODULE } from '../client/client-modules.ts';
import { styleModule } from '../styles/looks.ts';
import { type DeckState, deckState, patchBetween } from './live-deck.ts';
import type { OpenSite } from '../open-site.ts';
import { notFoundPage, problemPage } from './pages.ts';
import { createServedFiles } from './served-files.ts';
import { watchFolder } from './watch.ts';

/** `open` is asked anew whenever the server starts. */
export function devPlugin(open: () => OpenSite): Plugin {
  return {
    name: 'deckwright:dev',
    apply: 'serve',
    configureServer(server) {
      const dev = new DevServer(server, open());
      server.middlewares.use((request, response, next) => dev.answerFile(request, response, next));
      dev.watch();
      // Behind Vite's own: it answers for its modules and for static files, the decks are what is left.
      return () =>
        void server.middlewares.use((request, response, next) => dev.answer(request, response, next));
    },
  };
}

class DevServer {
  readonly #server: ViteDevServer;
  readonly #open: OpenSite;
  readonly #client: Client;
  readonly #files: ReturnType<typeof createServedFiles>;
  /** What open pages have, by output path. */
  readonly #states = new Map<string, DeckState>();
  /** Warnings that were printed. */
  #told: ReadonlySet<string> = new Set();

  constructor(server: ViteDevServer, open: OpenSite) {
    this.#server = server;
    this.#open = open;
    this.#client = devClient(server.config.base);
    this.#files = createServedFiles(open.root);
    server.ws.on('deckwright:open' satisfies keyof LiveEvents, (live: LiveEvents['deckwright:open']) =>
      this.#opened(live),
    );
  }

  /** Sends files of the site, or lets Vite send them: it serves the author's folder, where they have another path. */
  answerFile(request: IncomingMessage, response: ServerResponse, next: Next): void {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host.invalid');
    const { base } = this.#server.config;
    if (!pathname.startsWith(base)) return next();
    const { pipeline } = this.#open;
    const wanted = decode(pathname.slice(base.length));
    const file = this.#files.find(wanted, pipeline.decks().staticFiles, pipeline.assets());
    if (file?.kind === 'bytes') return send(response, 200, file.bytes, file.type);
    if (file) request.url = `${base}${file.path.split('/').map(encodeURIComponent).join('/')}${search}`;
    next();
  }

  answer(request: IncomingMessage, response: ServerResponse, next: Next): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
    const wanted = decode(pathname).slice(1);
    const site = this.#open.pipeline.decks();
    const deck = site.decks.find(
      ({ outputPath }) => outputPath === wanted || outputPath === `${wanted}index.html`,
    );
    const folder = site.decks.find(({ outputPath }) => outputPath === `${wanted}/index.html`);
    if (deck) this.#page(deck).then((page) => send(response, 200, page), next);
    else if (folder) redirect(response, `${this.#server.config.base}${wanted}/`);
    else this.#answerOther(wanted, response);
  }

  /** Pages that are no decks; where there is none, what there is instead. */
  #answerOther(wanted: string, response: ServerResponse): void {
    const { pipeline } = this.#open;
    const { base } = this.#server.config;
    // All of them are rendered for one: they are few, and an author looks at them less often than at decks.
    const isPage = !path.extname(wanted) || wanted.endsWith('.html');
    const pages = isPage ? pipeline.publishPages(this.#client).outputs : [];
    const page = pages.find((output) => [wanted, `${wanted}index.html`].includes(output.path));
    if (page) send(response, 200, page.text);
    else if (pages.some((output) => output.path === `${wanted}/index.html`))
      redirect(response, `${base}${wanted}/`);
    else send(response, 404, notFoundPage(pipeline.decks(), base));
  }

  watch(): void {
    const { root, destination } = this.#open;
    watchFolder(this.#server.watcher, { root, ignored: destination }, (files) => {
      this.#update(files).catch(this.#survive);
    });
  }

  /** A fault of ours must not end the server in the middle of a talk. */
  readonly #survive = (error: unknown): void =>
    this.#server.config.logger.error(String(error), { timestamp: true });

  async #page(deck: Deck): Promise<string> {
    const { pipeline } = this.#open;
    const rendered = this.#render(deck);
    this.#warn(rendered);
    try {
      const client = await this.#clientFor(rendered);
      const state = deckState(rendered, pipeline, client);
      this.#states.set(deck.outputPath, state);
      const live = { outputPath: deck.outputPath, revision: state.revision };
      const [page] = pipeline.publish(rendered, { ...client, settings: { live } });
      return page?.text ?? '';
    } catch (error) {
      if (!(error instanceof DeckError)) throw error;
      return problemPage(error, this.#server.config.base);
    }
  }

  #render(deck: Deck): RenderedDeck {
    const { pipeline, findFiles } = this.#open;
    const rendered = findFiles(pipeline.render(deck), pipeline.decks());
    this.#files.keep(rendered);
    return rendered;
  }

  /** The classic script is bundled when the first deck asks for it. */
  async #clientFor({ scripts }: RenderedDeck): Promise<Client> {
    if (scripts === 'module') return this.#client;
    const { folder, files } = await provideClassic();
    this.#files.keepFolder(folder, files);
    return {
      ...this.#client,
      classic: { script: files[0] ?? '', modules: companionOf(this.#server.config.base) },
    };
  }

  async #update(files: readonly string[]): Promise<void> {
    const { pipeline, site } = this.#open;
    pipeline.update(files);
    const after = pipeline.decks();
    // A configuration that can't be read just now says nothing about where the site is.
    const isReadable = !after.diagnostics.some(({ severity }) => severity === 'error');
    const isRestart = isReadable && placeOf(after.config) !== placeOf(site.config);
    if (isRestart) return this.#server.restart();
    for (const [outputPath, before] of this.#states) {
      const deck = after.decks.find((candidate) => candidate.outputPath === outputPath);
      if (deck) await this.#refresh(deck, before);
      else this.#lost(outputPath, after.diagnostics);
    }
    const isStatic = (file: string): boolean => after.staticFiles.some(({ source }) => source === file);
    if (files.some(isStatic)) this.#server.ws.send({ type: 'full-reload' });
    this.#server.ws.send({ type: 'custom', event: CHANGED_EVENT, data: {} });
  }

  /** Sends what has changed in a deck; a mistake leaves the last good state on the screen. */
  async #refresh(deck: Deck, before: DeckState): Promise<void> {
    const { pipeline } = this.#open;
    const rendered = this.#render(deck);
    const errors = [...pipeline.decks().diagnostics, ...rendered.diagnostics].filter(
      ({ severity }) => severity === 'error',
    );
    if (errors.length > 0) return this.#problem(deck.outputPath, errors);
    this.#warn(rendered);
    try {
      const after = deckState(rendered, pipeline, await this.#clientFor(rendered));
      this.#states.set(deck.outputPath, after);
      const patch = patchBetween(before, after);
      if (patch) this.#send('deckwright:patch', patch);
      else this.#send('deckwright:reload', { outputPath: deck.outputPath });
    } catch (error) {
      if (!(error instanceof DeckError)) throw error;
      this.#problem(deck.outputPath, error.diagnostics);
    }
  }

  /** A deck that is gone: taken away, or its front matter can't be read just now. */
  #lost(outputPath: string, diagnostics: readonly Diagnostic[]): void {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return this.#problem(outputPath, errors);
    this.#states.delete(outputPath);
    this.#send('deckwright:reload', { outputPath });
  }

  #opened({ outputPath, revision }: LiveEvents['deckwright:open']): void {
    const state = this.#states.get(outputPath);
    const deck = this.#open.pipeline.decks().decks.find((candidate) => candidate.outputPath === outputPath);
    if (!deck || (state && state.revision !== revision)) this.#send('deckwright:reload', { outputPath });
    else if (state) this.#refresh(deck, state).catch(this.#survive);
  }

  #problem(outputPath: string, diagnostics: readonly Diagnostic[]): void {
    const [first] = diagnostics;
    if (!first) return;
    this.#server.config.logger.error(diagnostics.map(formatDiagnostic).join('\n\n'), { timestamp: true });
    const place =
      first.line > 0 ? `${path.join(this.#open.root, first.file)}:${first.line}:${first.column}` : first.file;
    this.#send('deckwright:problem', {
      outputPath,
      message: `${first.code}: ${first.message}\n${first.hint}`,
      frame: first.frame,
      place,
    });
  }

  /** Tells every warning once. */
  #warn(rendered: RenderedDeck): void {
    const found = [...this.#open.pipeline.decks().diagnostics, ...rendered.diagnostics];
    const texts = found.filter(({ severity }) => severity === 'warning').map(formatDiagnostic);
    for (const text of texts) if (!this.#told.has(text)) this.#server.config.logger.warn(`${text}\n`);
    this.#told = new Set([...this.#told, ...texts]);
  }

  #send<E extends keyof LiveEvents>(event: E, data: LiveEvents[E]): void {
    this.#server.ws.send({ type: 'custom', event, data });
  }
}

/** What Vite is set up with: when it changes, the server has to start again. */
function placeOf({ basePath }: SiteConfig): string {
  return basePath;
}

type Next = (error?: unknown) => void;

/** What comes behind the classic script. */
const companionOf = (base: string): readonly string[] => [
  `${base}@vite/client`,
  `${base}@id/${COMPANION_MODULE}`,
];

/** The client as Vite serves it, module by module. */
function devClient(base: string): Client {
  return {
    scripts: [`${base}@vite/client`, `${base}@id/${CLIENT_MODULE}`],
    // Of one piece and in the head: a module that follows changes, and nobody waits for it on a slow line.
    style: (request) => `${base}@fs/${styleModule({ ...request, isPainted: false }).replace(/^\//, '')}`,
    // A bare path is a file of the author, which has its place below the base.
    address: (file) => (file.startsWith(base) ? file : base + file),
  };
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function send(
  response: ServerResponse,
  status: number,
  content: string | Uint8Array,
  type = 'text/html; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}
