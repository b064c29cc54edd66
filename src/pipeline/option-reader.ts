/** Finds options that only the site's own templates read: `.Param "reveal_hugo.countdown"`, or a script in a partial. */
import { withoutFiltered } from '../site/mounts/mounts.ts';
import type { IsRead } from '../site/params/unknown-options.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** Creates a function that searches the templates of the site and its themes for a key; it is called for unknown keys. */
export function createOptionReader({ templateFiles, files, config }: SiteEnvironment): IsRead {
  const layouts = withoutFiltered(files, config.mounts, 'layouts');
  return (key) => {
    const isMentioned = (text: string | undefined): boolean =>
      text !== undefined && wordPattern(key).test(text);
    return (
      templateFiles.names.some((name) => isMentioned(templateFiles.find([name])?.text)) ||
      layouts.list(config.layoutDir).some((path) => path.endsWith('.hbs') && isMentioned(files.read(path)))
    );
  };
}

/** Matches the key as a whole word. */
const wordPattern = (key: string): RegExp =>
  new RegExp(String.raw`(?<![\w-])${key.replace(/[^\w]/g, String.raw`\$&`)}(?![\w-])`);
