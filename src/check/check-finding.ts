/** What a check tells: the types of the public API, which need no package for browsers. */
import type { Diagnostic } from '../diagnostics.ts';

/** The size of a window, in pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** A finding of a check, ready to print. */
export interface CheckFinding extends Diagnostic {
  /** The name of the deck: `/talk/`. */
  readonly deck: string;
  /** The number of the slide, `3` or `3.2` in a stack; empty for a whole deck. */
  readonly slide: string;
  /** The id of the slide; empty without one. */
  readonly slideId: string;
  /** The first step at which it is seen, from 1. */
  readonly step: number;
  /** The window: `1280x720`. */
  readonly viewport: string;
  /** The element: `pre.code-wrapper`; empty if the finding is at none. */
  readonly element: string;
  /** Path of the picture, if there is one. */
  readonly shot?: string;
  /** Recognizes the finding in a baseline. */
  readonly fingerprint: string;
}
