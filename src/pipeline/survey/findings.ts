/** Collects the parts of a site that Hugo and the reveal-hugo theme treat differently than deckwright does. */
import type { Page } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { surveyOptions } from './option-findings.ts';
import { surveySlideTags } from './slide-findings.ts';
import { positionAt } from './locations.ts';
import { surveyStyles } from './style-findings.ts';
import { surveyText } from './text-findings.ts';
import { surveyTemplateFindings } from './template-findings.ts';
import type { AddFinding, SurveyFinding, SurveyFindingKind } from './finding.ts';
import { surveyOutputs } from './output-findings.ts';

/** Kinds that only matter on slides: in an article, two rules in a row are just rules. */
const SLIDE_KINDS: ReadonlySet<SurveyFindingKind> = new Set<SurveyFindingKind>([
  'code-in-html',
  'empty-slide',
  'footnote',
  'fragment-in-place',
  'markdown-in-html',
  'slide-in-section',
  'template-class',
]);

/** Examines the options of decks, the stylesheets, the templates, and the text of some pages. */
export function surveyFindings(
  site: Site,
  environment: SiteEnvironment,
  pages: readonly Page[],
): readonly SurveyFinding[] {
  const deckPages = new Set(site.decks.flatMap((deck) => deck.pages));
  const pageFindings = pages.flatMap((page) => {
    const found: SurveyFinding[] = [];
    const addFinding: AddFinding = (kind, offset) => {
      if (deckPages.has(page) || !SLIDE_KINDS.has(kind))
        found.push({ kind, position: positionAt(page.source, offset) });
    };
    surveyText(page, environment, addFinding);
    surveySlideTags(page, { environment, pages: site.pages }, addFinding);
    return found;
  });
  return [
    ...surveyOptions(site),
    ...surveyStyles(environment),
    ...surveyTemplateFindings(environment),
    ...surveyOutputs(site),
    ...pageFindings,
  ];
}
