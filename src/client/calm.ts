/** What reveal.js leaves to be done for readers who get sick of moving pictures. */
import type { RevealConfig } from 'reveal.js';

/** What a reader who has asked for less motion is spared. */
const CALM: RevealConfig = { transition: 'none', backgroundTransition: 'none', autoAnimate: false };

/** Options as this reader wants them. What the address of the page says still wins: reveal.js reads it last. */
export function calmOptions(options: RevealConfig): RevealConfig {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? { ...options, ...CALM } : options;
}
