/** The rules about what slides show, in the order in which their findings are reported. */
import type { LintRule } from './rule.ts';
import { brokenLinks } from './rules/broken-links.ts';
import { largeImages } from './rules/large-images.ts';
import { missingAlt } from './rules/missing-alt.ts';
import { missingFiles } from './rules/missing-files.ts';
import { repeatedIds } from './rules/repeated-ids.ts';

export const lintRules: readonly LintRule[] = [
  missingFiles,
  brokenLinks,
  missingAlt,
  repeatedIds,
  largeImages,
];
