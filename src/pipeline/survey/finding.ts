/** Something that Hugo and the reveal-hugo theme treat in their own way. */
import type { FilePosition } from './locations.ts';

/** What it is. */
export type SurveyFindingKind =
  | 'camel-case-option'
  | 'commented-shortcode'
  | 'code'
  | 'code-in-html'
  | 'code-lines'
  | 'diagram'
  | 'drawing'
  | 'empty-slide'
  | 'footnote'
  | 'formula'
  | 'fragment-in-place'
  | 'heading-shortcode'
  | 'image-processing'
  | 'markdown-in-html'
  | 'raw-html'
  | 'old-style-path'
  | 'output-format'
  | 'remote-file'
  | 'script-tool'
  | 'slide-in-section'
  | 'template-class';

/** One of them, and where it stands. */
export interface SurveyFinding {
  readonly kind: SurveyFindingKind;
  readonly position: FilePosition;
}

/** Takes what is found at an offset of a page. */
export type AddFinding = (kind: SurveyFindingKind, offset: number) => void;
