/** The parts of the client. */

/**
 * Parts of the client that a deck may or may not need: each is a file of that name in `src/client/features/`, but for
 * `math`, which is a stylesheet alone.
 */
export const allFeatures = ['code-steps', 'math', 'mermaid', 'offline', 'search', 'speaker', 'zoom'] as const;

/** One of them. */
export type Feature = (typeof allFeatures)[number];
