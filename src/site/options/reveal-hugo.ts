/** All keys of `reveal_hugo`. Options pass through to reveal.js, whether they have a row here or not. */
import { lookOptions } from './looks.ts';
import { moveOptions } from './moves.ts';
import { pluginOptions } from './plugins.ts';
import type { OptionRows } from './row.ts';
import { themeOptions } from './theme.ts';

/** Those of reveal.js and of plugins. */
export const revealOptions: OptionRows = { ...lookOptions, ...moveOptions, ...pluginOptions };

/** Those, and the theme's own. */
export const revealHugoKeys: OptionRows = { ...themeOptions, ...revealOptions };
