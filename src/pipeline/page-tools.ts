/** What is written beside decks is written with these. */
import type { Client, RenderedDeck } from '../types.ts';
import type { Site } from './find-site.ts';
import type { Renderer } from './renderer.ts';
import type { Stages } from './stages.ts';

export interface PageTools {
  readonly site: Site;
  readonly stages: Stages;
  readonly renderer: Renderer;
  readonly client: Client;
  readonly decks: () => readonly RenderedDeck[];
}
