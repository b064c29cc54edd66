/** The rules that the dev server's pages measure while their author writes; `deckwright check` has more. */
import { contentCut } from './content-cut.ts';
import { overflow } from './overflow.ts';
import { textSmall } from './text-small.ts';
import { titleLong } from './title-long.ts';

export const instantRules = [overflow, contentCut, textSmall, titleLong] as const;
