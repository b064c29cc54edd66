/** A theme, as a site has it. */
import type { Mount, TableLayer } from '../types.ts';

/** A theme that a site names. */
export interface Theme {
  readonly name: string;
  /** A copy of reveal-hugo is built in, and only some of its files count. */
  readonly state: 'there' | 'built-in' | 'missing';
  readonly mounts: readonly Mount[];
  /** What its configuration says that reaches the site. */
  readonly layers: readonly TableLayer[];
  /** The files that its configuration was read from. */
  readonly usedFiles: readonly string[];
}
