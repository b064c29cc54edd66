/** Finds SCSS themes that import files of reveal.js by paths that no longer exist. */
import { listMounted } from '../../site/mounts/mounts.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { positionAt } from './locations.ts';
import type { SurveyFinding } from './finding.ts';

/** The folder of reveal.js's SCSS before version 4. */
const OLD_PATH = 'reveal-js/css/theme/';

/** The first such path in each stylesheet of `assets/`. */
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
