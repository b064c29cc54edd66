/**
 * Types that several folders share: site, page, deck, slide, shortcode, output, client, feature. All of them are
 * readonly: functions take values and return new ones.
 */
export type * from './types/tables.ts';
export type * from './types/markup-config.ts';
export type * from './types/site.ts';
export type * from './types/feature.ts';
export type * from './types/markup.ts';
export type * from './types/section.ts';
export type * from './types/deck.ts';
export type * from './types/theme.ts';
export { allFeatures } from './types/feature.ts';
export {
  accents,
  builtInThemes,
  hasOwnTheme,
  isBuiltInTheme,
  isOwnTheme,
  isRevealTheme,
  lookParts,
  ownThemes,
  revealThemes,
  sectionProgressKinds,
} from './types/theme.ts';
