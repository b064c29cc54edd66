/** The site's own templates that nothing has used. */
import { listMounted, withoutFiltered } from '../site/mounts/mounts.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** Paths below the site's root, sorted; right when all decks and pages have been written. */
export function findUnusedTemplates({
  files,
  config,
  uses: dependencies,
}: SiteEnvironment): readonly string[] {
  const mounted = listMounted(files, config.mounts, 'layouts')
    .filter(({ mount }) => mount.theme === undefined)
    .map(({ source }) => source);
  // Those in Handlebars are looked for in this folder alone.
  const all = new Set([
    ...mounted,
    ...withoutFiltered(files, config.mounts, 'layouts').list(config.layoutDir),
  ]);
  return [...all].filter((file) => !HIDDEN_RE.test(file) && !dependencies.hasRead(file)).sort();
}

/** What an editor or a system has put there. */
const HIDDEN_RE = /(?:^|\/)\./;
