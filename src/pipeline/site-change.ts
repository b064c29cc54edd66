/** What a change of files means to what was rendered. */
import { isDeepStrictEqual } from 'node:util';
import type { Site } from './find-site.ts';
import type { Stages } from './stages.ts';
import { areSameButTexts } from './memory/same-pages.ts';
import type { Change, UsedKind } from './memory/uses.ts';

/** A site as it is at one moment. */
export interface SiteState {
  readonly stages: Stages;
  readonly site: Site;
}

/** The change from one state to the next, in which these files have changed, given as paths below the site's root. */
export function changeBetween(before: SiteState, after: SiteState, files: readonly string[]): Change {
  return {
    files: new Set(files),
    kinds: new Set(kinds.filter(({ isSame }) => !isSame(before, after)).map(({ kind }) => kind)),
    reachesAll: reaching.some((name) => before.stages[name] !== after.stages[name]),
  };
}

/** Reach into every page, whatever it uses. A layout that comes or goes may stand before another. */
const reaching = ['config', 'translations', 'layoutPaths'] as const satisfies readonly (keyof Stages)[];

interface KindRow {
  readonly kind: UsedKind;
  readonly isSame: (before: SiteState, after: SiteState) => boolean;
}

const kinds: readonly KindRow[] = [
  { kind: 'data', isSame: (before, after) => before.stages.data === after.stages.data },
  { kind: 'pages', isSame: (before, after) => areSameButTexts(before.site.pages, after.site.pages) },
  {
    kind: 'published',
    isSame: (before, after) => isDeepStrictEqual(before.site.staticFiles, after.site.staticFiles),
  },
];
