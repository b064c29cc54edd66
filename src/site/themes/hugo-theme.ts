/** The theme of a site. */
import type { Mount, TableLayer } from '../../types.ts';

/** A theme that a site uses. */
export interface HugoTheme {
  readonly name: string;
  /** `built-in` is a copy of reveal-hugo, of which only some files are used. */
  readonly state: 'there' | 'built-in' | 'missing';
  readonly mounts: readonly Mount[];
  /** The parts of the theme's configuration that apply to the site. */
  readonly layers: readonly TableLayer[];
  /** The configuration files of the theme. */
  readonly usedFiles: readonly string[];
}
