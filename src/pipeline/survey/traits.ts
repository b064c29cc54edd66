/** Gathers what stands in a site that Hugo and the reveal-hugo theme treat in their own way. */
import type { Page } from '../../types.ts';
import type { Site } from '../find-site.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { surveyOptions } from './option-traits.ts';
import { surveySlideTags } from './slide-traits.ts';
import { spotAt } from './spots.ts';
import { surveyStyles } from './style-traits.ts';
import { surveyText } from './text-traits.ts';
import { surveyTemplateTraits } from './template-traits.ts';
import type { Find, Trait, TraitKind } from './trait.ts';
import { surveyOutputs } from './output-traits.ts';

/** What means something on slides alone: in an article, a rule in front of another one is a rule. */
const OF_SLIDES: ReadonlySet<TraitKind> = new Set<TraitKind>([
  'code-in-html',
  'empty-slide',
  'footnote',
  'fragment-in-place',
  'markdown-in-html',
  'slide-in-section',
  'template-class',
]);

/** Goes through the options of the decks, the stylesheets, the templates, and the text of some pages. */
export function surveyTraits(
  site: Site,
  environment: SiteEnvironment,
  pages: readonly Page[],
): readonly Trait[] {
  const ofDecks = new Set(site.decks.flatMap((deck) => deck.pages));
  const ofPages = pages.flatMap((page) => {
    const found: Trait[] = [];
    const find: Find = (kind, offset) => {
      if (ofDecks.has(page) || !OF_SLIDES.has(kind)) found.push({ kind, spot: spotAt(page.source, offset) });
    };
    surveyText(page, environment, find);
    surveySlideTags(page, { environment, pages: site.pages }, find);
    return found;
  });
  return [
    ...surveyOptions(site),
    ...surveyStyles(environment),
    ...surveyTemplateTraits(environment),
    ...surveyOutputs(site),
    ...ofPages,
  ];
}
