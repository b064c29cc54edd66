/** Themes in SCSS that name the files of reveal.js by addresses that it no longer has. */
import { listMounted } from '../../site/mounts/mounts.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { positionAt } from './locations.ts';
import type { SurveyFinding } from './finding.ts';

/** Where reveal.js had its SCSS before version 4. */
const OLD_PATH = 'reveal-js/css/theme/';

/** The first such address in each stylesheet of `assets/`. */
export function surveyStyles({ files, config }: SiteEnvironment): readonly SurveyFinding[] {
  return listMounted(files, config.mounts, 'assets')
    .filter(({ path, mount }) => /\.s[ac]ss$/i.test(path) && mount.theme === undefined)
    .flatMap(({ source }) => {
      const text = files.read(source) ?? '';
      const offset = text.indexOf(OLD_PATH);
      return offset < 0
        ? []
        : [{ kind: 'old-style-path', position: positionAt({ path: source, text }, offset) }];
    });
}
