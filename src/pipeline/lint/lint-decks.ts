/** Checks what the decks of a site show. */
import type { Diagnostic } from '../../diagnostics.ts';
import { createLinter } from '../../lint/lint.ts';
import type { ReadyDeck } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { PipelineCache } from '../pipeline-cache.ts';
import type { Renderer } from '../renderer.ts';
import type { PublishedPages } from '../outputs/publish-pages.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { applyDeckLevels } from '../slide-checks.ts';
import { describeDeck } from './deck.ts';
import { createSiteDescriber } from './site.ts';

/** The site of the decks, in its current state. */
export interface LintServices {
  readonly site: Site;
  readonly environment: SiteEnvironment;
  readonly renderer: Pick<Renderer, 'config'>;
  readonly cache: Pick<PipelineCache, 'decks' | 'images'>;
}

/** Checks decks. `pages` are all other pages, if they have been published. */
export type LintDecks = (
  decks: readonly ReadyDeck[],
  pages?: Pick<PublishedPages, 'claims'>,
) => readonly Diagnostic[];

/** Creates a function that checks decks; what it has read of a section is kept as long as the section is. */
export function createDeckLinter(getServices: () => LintServices): LintDecks {
  const linter = createLinter();
  const describeSite = createSiteDescriber();
  return (decks, pages) => {
    const { site, environment, renderer, cache } = getServices();
    const sources = {
      site,
      environment,
      linter,
      images: cache.images,
      findRendered: cache.decks.peek.bind(cache.decks),
    };
    const linted = describeSite(sources, decks, pages?.claims);
    return decks.flatMap((ready) => {
      const { rendered } = ready;
      const config = renderer.config(rendered.deck.language);
      const found = linter.check(ready, { ...describeDeck(ready, config, environment), site: linted });
      return applyDeckLevels(found, rendered, config);
    });
  };
}
