/** The script that measures slides: all functions of `deckShapes`. */
import { writeFunctions } from '../../browser/page-steps.ts';
import { boxMeasures } from './measure-boxes.ts';
import { decorationMeasures } from './measure-decoration.ts';
import { imageMeasures } from './measure-images.ts';
import { listMeasures } from './measure-lists.ts';
import { paragraphMeasures } from './measure-paragraphs.ts';
import { tableMeasures } from './measure-tables.ts';
import { textMeasures } from './measure-text.ts';
import type { MeasureTools } from './measured.ts';
import { pageTools } from './page-tools.ts';

const tools = {
  ...pageTools,
  ...boxMeasures,
  ...decorationMeasures,
  ...imageMeasures,
  ...listMeasures,
  ...paragraphMeasures,
  ...tableMeasures,
  ...textMeasures,
} satisfies Omit<MeasureTools, 'publicUrl' | 'items' | 'elements'>;

/** The script that defines `deckShapes` in a page. */
export const measureScript = `globalThis.deckShapes = ${writeFunctions(tools)};`;
