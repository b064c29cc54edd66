/** What is written once for a site is written with these. */
import type { Report } from '../../types.ts';
import type { PublishContext } from './publish-context.ts';

export interface SiteOutputContext extends PublishContext {
  /** Takes what is wrong in the author's template for it. */
  readonly report: Report;
  /** Whether something is published at a path: pages, decks, static files, and what was written before. */
  readonly isTaken: (path: string) => boolean;
}
