/** The configuration of a site that is given as files, with what was found wrong in it. */
import type { Diagnostic } from '../../src/diagnostics.ts';
import { memoryFiles } from '../../src/files.ts';
import { readSiteConfig } from '../../src/site/config/config.ts';
import type { SiteConfig, SiteOverrides } from '../../src/types.ts';

export interface ReadConfig {
  readonly config: SiteConfig;
  readonly diagnostics: readonly Diagnostic[];
}

export function readConfig(
  files: Readonly<Record<string, string>>,
  overrides: SiteOverrides = {},
): ReadConfig {
  const diagnostics: Diagnostic[] = [];
  const config = readSiteConfig(memoryFiles(files), overrides, (diagnostic) => diagnostics.push(diagnostic));
  return { config, diagnostics };
}
