/** Finds the site's own templates that nothing has used. */
import { listMounted, withoutFiltered } from '../site/mounts/mounts.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** Unused templates as sorted paths relative to the site's root; complete once all decks and pages are written. */
export function findUnusedTemplates({ files, config, dependencies }: SiteEnvironment): readonly string[] {
  const mounted = listMounted(files, config.mounts, 'layouts')
    .filter(({ mount }) => mount.theme === undefined)
    .map(({ source }) => source);
  // Layouts in Handlebars are looked up in this folder only.
  const all = new Set([
    ...mounted,
    ...withoutFiltered(files, config.mounts, 'layouts').list(config.layoutDir),
  ]);
  return [...all].filter((file) => !HIDDEN_RE.test(file) && !dependencies.hasRead(file)).sort();
}

/** Hidden files, such as those of editors or the operating system. */
const HIDDEN_RE = /(?:^|\/)\./;
