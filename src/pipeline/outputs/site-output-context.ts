/** The context for the outputs of the whole site. */
import type { Report } from '../../types.ts';
import type { PublishContext } from './publish-context.ts';

export interface SiteOutputContext extends PublishContext {
  /** Receives mistakes in the author's template for the output. */
  readonly report: Report;
  /** Whether a page, deck, static file or earlier output is published at a path. */
  readonly isTaken: (path: string) => boolean;
}
