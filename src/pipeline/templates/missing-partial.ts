/** Handles calls of partials that do not exist. */
import { createDiagnostic } from '../../diagnostics.ts';
import { findKeyOffset } from '../../site/formats/formats.ts';
import type { TemplateFailure } from '../../templates/gotemplate/values.ts';
import type { Report, SiteConfig } from '../../types.ts';

/**
 * If a theme is not installed, the partial may come from it: it renders nothing, and a warning is reported.
 * @throws {TemplateFailure} when no theme is missing
 */
export function missingPartial(failure: TemplateFailure, config: SiteConfig, report: Report): string {
  const [theme] = config.missingThemes;
  if (theme === undefined) throw failure;
  const { location } = config;
  report(
    createDiagnostic({
      code: 'partial-missing',
      severity: 'warning',
      message: `${failure.message}, so it renders nothing; it may come from the theme "${theme}", which is not installed`,
      hint: `Install the theme, or create the partial in ${config.layoutDir}/partials/.`,
      ...(location && { source: location.source, offset: findKeyOffset(location, ['theme']) }),
    }),
  );
  return '';
}
