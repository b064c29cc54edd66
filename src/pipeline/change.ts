/** Finds out which rendered parts a change of files affects. */
import { isDeepStrictEqual } from 'node:util';
import type { Site } from './find-site.ts';
import type { SiteEnvironment } from './site-environment.ts';
import { areSameExceptText } from './cache/page-identity.ts';
import { type Change, createChange, type DependencyKind } from './cache/dependencies.ts';

/** A site at one moment. */
export interface SiteState {
  readonly environment: SiteEnvironment;
  readonly site: Site;
}

/** The change from one state to the next; `files` are the changed files, relative to the site's root. */
export function changeBetween(before: SiteState, after: SiteState, files: readonly string[]): Change {
  return createChange(
    files,
    new Set(dependencyChecks.filter(({ isSame }) => !isSame(before, after)).map(({ kind }) => kind)),
    globalParts.some((name) => before.environment[name] !== after.environment[name]),
  );
}

/** Parts that affect every page, whatever it uses. A layout that is added or deleted may shadow another one. */
const globalParts = [
  'config',
  'translations',
  'layoutPaths',
] as const satisfies readonly (keyof SiteEnvironment)[];

interface DependencyCheck {
  readonly kind: DependencyKind;
  readonly isSame: (before: SiteState, after: SiteState) => boolean;
}

const dependencyChecks: readonly DependencyCheck[] = [
  { kind: 'data', isSame: (before, after) => before.environment.data === after.environment.data },
  { kind: 'pages', isSame: (before, after) => areSameExceptText(before.site.pages, after.site.pages) },
  {
    kind: 'published',
    isSame: (before, after) => isDeepStrictEqual(before.site.staticFiles, after.site.staticFiles),
  },
];
