/** Checks what the decks of a site show. */
import type { Diagnostic } from '../../diagnostics.ts';
import { createLinter } from '../../lint/lint.ts';
import type { ReadyDeck } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { PipelineCache } from '../pipeline-cache.ts';
import type { Renderer } from '../renderer.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { describeDeck } from './deck.ts';
import { createSiteDescriber } from './site.ts';

/** The site of the decks, in its current state. */
export interface LintServices {
  readonly site: Site;
  readonly environment: SiteEnvironment;
  readonly renderer: Pick<Renderer, 'config'>;
  readonly cache: Pick<PipelineCache, 'decks' | 'images'>;
}

/** Checks decks. `published` are all outputs of pages, if they are known. */
export type LintDecks = (
  decks: readonly ReadyDeck[],
  published: readonly { readonly path: string }[] | undefined,
  services: LintServices,
) => readonly Diagnostic[];

/** Creates a function that checks decks; what it has read of a section is kept as long as the section is. */
export function createDeckLinter(): LintDecks {
  const linter = createLinter();
  const describeSite = createSiteDescriber();
  return (decks, published, { site, environment, renderer, cache }) => {
    const sources = {
      site,
      environment,
      linter,
      images: cache.images,
      findRendered: cache.decks.peek.bind(cache.decks),
    };
    const linted = describeSite(sources, decks, published);
    return decks.flatMap((ready) => {
      const config = renderer.config(ready.rendered.deck.language);
      return linter.check(ready, { ...describeDeck(ready, config, environment), site: linted });
    });
  };
}
