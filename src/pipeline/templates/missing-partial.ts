/** What is done where a template asks for a partial that is not there. */
import { createDiagnostic } from '../../diagnostics.ts';
import { findKeyOffset } from '../../site/formats/formats.ts';
import type { TemplateFailure } from '../../templates/gotemplate/values.ts';
import type { Report, SiteConfig } from '../../types.ts';

/**
 * A theme that is not there may well have brought it: then it writes nothing, and that is said.
 * @throws {TemplateFailure} where no theme is missing
 */
export function missingPartial(failure: TemplateFailure, config: SiteConfig, report: Report): string {
  const [theme] = config.missingThemes;
  if (theme === undefined) throw failure;
  const { location } = config;
  report(
    createDiagnostic({
      code: 'partial-missing',
      severity: 'warning',
      message: `${failure.message}, so it writes nothing; the theme "${theme}", which is not there, may have brought it`,
      hint: `Get the theme, or write the partial in ${config.layoutDir}/partials/.`,
      ...(location && { source: location.source, offset: findKeyOffset(location, ['theme']) }),
    }),
  );
  return '';
}
