/** Gathers what stands in a site that Hugo and the reveal-hugo theme treat in their own way. */
import type { Page } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { Stages } from '../stages.ts';
import { surveyOptions } from './option-traits.ts';
import { surveySlideTags } from './slide-traits.ts';
import { spotAt } from './spots.ts';
import { surveyStyles } from './style-traits.ts';
import { surveyText } from './text-traits.ts';
import { surveyTemplateTraits } from './template-traits.ts';
import type { Find, Trait } from './trait.ts';
import { surveyOutputs } from './output-traits.ts';

/** Goes through the options of the decks, the stylesheets, the templates, and the text of some pages. */
export function surveyTraits(site: Site, stages: Stages, pages: readonly Page[]): readonly Trait[] {
  const ofPages = pages.flatMap((page) => {
    const found: Trait[] = [];
    const find: Find = (kind, offset) => void found.push({ kind, spot: spotAt(page.source, offset) });
    surveyText(page, stages, find);
    surveySlideTags(page, { stages, pages: site.pages }, find);
    return found;
  });
  return [
    ...surveyOptions(site),
    ...surveyStyles(stages),
    ...surveyTemplateTraits(stages),
    ...surveyOutputs(site),
    ...ofPages,
  ];
}
