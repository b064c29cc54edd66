/** All rules of `deckwright check`, in the order of its output: to add one, add its file and its line. */
import { consoleError } from './rules/console-error.ts';
import { contentCut } from '../client/measure/content-cut.ts';
import { contrast } from './rules/contrast.ts';
import { diagramFailed } from './rules/diagram-failed.ts';
import { formulaFailed } from './rules/formula-failed.ts';
import { imageBlurry } from './rules/image-blurry.ts';
import { imageBroken } from './rules/image-broken.ts';
import { notesMissing } from './rules/notes-missing.ts';
import { overflow } from '../client/measure/overflow.ts';
import { requestExternal } from './rules/request-external.ts';
import { requestFailed } from './rules/request-failed.ts';
import { textSmall } from '../client/measure/text-small.ts';
import { titleLong } from '../client/measure/title-long.ts';
import { timingMismatch } from './rules/timing-mismatch.ts';
import type { CheckRule } from './types.ts';

export const rules: readonly CheckRule[] = [
  overflow,
  contentCut,
  textSmall,
  titleLong,
  contrast,
  imageBroken,
  imageBlurry,
  diagramFailed,
  formulaFailed,
  consoleError,
  requestFailed,
  requestExternal,
  notesMissing,
  timingMismatch,
];
