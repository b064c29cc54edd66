/** Less motion for readers who prefer it. */
import type { RevealConfig } from 'reveal.js';

/** The options that override those of the deck. */
const REDUCED_MOTION: RevealConfig = { transition: 'none', backgroundTransition: 'none', autoAnimate: false };

/** Adapts options to the reader's preference. The query string of the page still wins: reveal.js reads it last. */
export function withReducedMotion(options: RevealConfig): RevealConfig {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
    ? { ...options, ...REDUCED_MOTION }
    : options;
}
