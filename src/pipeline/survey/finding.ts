/** A part of a site that Hugo and the reveal-hugo theme treat differently than deckwright does. */
import type { FilePosition } from './locations.ts';

/** The kinds of findings. */
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

/** A finding and its position. */
export interface SurveyFinding {
  readonly kind: SurveyFindingKind;
  readonly position: FilePosition;
}

/** Adds a finding at an offset in a page. */
export type AddFinding = (kind: SurveyFindingKind, offset: number) => void;
