/** Lists what a site uses, without rendering it. */
import { listDataFiles } from '../../site/data.ts';
import { withoutFiltered } from '../../site/mounts/mounts.ts';
import type { Page } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { type ShortcodeUse, surveyShortcodes } from './shortcode-survey.ts';
import { type TemplateSurvey, surveyTemplates } from './template-survey.ts';
import type { SurveyFinding } from './finding.ts';
import { surveyFindings } from './findings.ts';

/** The result of a survey, as plain data. */
export interface SiteSurvey {
  readonly shortcodes: readonly ShortcodeUse[];
  readonly templates: TemplateSurvey;
  /** Parts that Hugo and the reveal-hugo theme treat differently than deckwright does. */
  readonly findings: readonly SurveyFinding[];
  /** The site's layouts in Handlebars. */
  readonly handlebars: readonly string[];
  readonly dataFiles: readonly string[];
}

/** Examines some pages of a site, and its templates and data. @internal */
export function surveySite(site: Site, environment: SiteEnvironment, pages: readonly Page[]): SiteSurvey {
  const { files, config } = environment;
  // This comes first: it needs to know which templates were run, and surveyTemplates reads all of them.
  const findings = surveyFindings(site, environment, pages);
  return {
    shortcodes: surveyShortcodes(pages, environment),
    templates: surveyTemplates(environment),
    findings,
    handlebars: withoutFiltered(files, config.mounts, 'layouts')
      .list(config.layoutDir)
      .filter((file) => file.endsWith('.hbs')),
    dataFiles: listDataFiles(files, config).map(({ source }) => source),
  };
}
