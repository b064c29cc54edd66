/** All keys of `reveal_hugo`. Options are passed to reveal.js whether or not they have a row here. */
import { appearanceOptions } from './appearance.ts';
import { navigationOptions } from './navigation.ts';
import { pluginOptions } from './plugins.ts';
import type { OptionRows } from './row.ts';
import { themeOptions } from './theme-options.ts';

/** Options of reveal.js and of plugins. */
export const revealOptions: OptionRows = { ...appearanceOptions, ...navigationOptions, ...pluginOptions };

/** All options, including those of the theme. */
export const revealHugoKeys: OptionRows = { ...themeOptions, ...revealOptions };
