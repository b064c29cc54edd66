/** The contexts in which outputs are written: decks and pages, everything but decks, and outputs of the whole site. */
import type { Client, ReadyDeck, Report } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { Renderer } from '../renderer.ts';
import type { SiteEnvironment } from '../site-environment.ts';

/** The services that write decks and pages. */
export interface OutputContext {
  readonly client: Client;
  readonly environment: SiteEnvironment;
  readonly renderer: Renderer;
  readonly site: Site;
}

/** The context for outputs other than decks. */
export interface PublishContext extends OutputContext {
  /** The decks of the site; called only if a list of them is written. */
  readonly decks: () => readonly ReadyDeck[];
}

/** The context for outputs of the whole site. */
export interface SiteOutputContext extends PublishContext {
  /** Receives mistakes in the author's template for the output. */
  readonly report: Report;
  /** Whether a page, deck, static file or earlier output is published at a path. */
  readonly isTaken: (path: string) => boolean;
}
