/** What a site uses, known without rendering it. */
import { listDataFiles } from '../../site/data.ts';
import { withoutFiltered } from '../../site/mounts/mounts.ts';
import type { Page } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { type ShortcodeUse, surveyShortcodes } from './shortcode-survey.ts';
import { type TemplateSurvey, surveyTemplates } from './template-survey.ts';
import type { SurveyFinding } from './finding.ts';
import { surveyFindings } from './findings.ts';

/** Findings of a survey: plain data. */
export interface SiteSurvey {
  readonly shortcodes: readonly ShortcodeUse[];
  readonly templates: TemplateSurvey;
  /** What Hugo and the reveal-hugo theme treat in their own way. */
  readonly findings: readonly SurveyFinding[];
  /** Files in Handlebars among the site's layouts. */
  readonly handlebars: readonly string[];
  readonly dataFiles: readonly string[];
}

/** Looks at some pages of a site, and at its templates and data. @internal */
export function surveySite(site: Site, environment: SiteEnvironment, pages: readonly Page[]): SiteSurvey {
  const { files, config } = environment;
  // First: which templates were run is known only until all of them are read.
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
