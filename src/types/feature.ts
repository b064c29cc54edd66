/** The optional parts of the client. */

/**
 * Parts of the client that only some decks need: each is a file of that name in `src/client/features/`, except `math`,
 * which is only a stylesheet.
 */
export const allFeatures = [
  'code-steps',
  'download',
  'footer',
  'math',
  'mermaid',
  'offline',
  'search',
  'section-progress',
  'speaker',
  'zoom',
] as const;

/** The name of an optional part of the client. */
export type Feature = (typeof allFeatures)[number];
