/**
 * Every type that crosses a folder, in the words of the house: Site, Page, Deck, Slide, Shortcode, Layout,
 * Output, Client, Feature, Patch. All of it is readonly: a stage takes values and returns new ones.
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
export { isRevealTheme, revealThemes } from './types/theme.ts';
