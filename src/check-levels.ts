/** How serious the findings of checks are, as the configuration of a site sets it. */
import type { Diagnostic } from './diagnostics.ts';

/** All levels: `off` drops a finding. */
export const checkLevels = ['off', 'warning', 'error'] as const;

/** The level of a check. */
export type CheckLevel = (typeof checkLevels)[number];

/** Levels by code; checks without one are warnings. */
export type CheckLevels = Readonly<Record<string, CheckLevel>>;

/** Applies the levels of a site to warnings. What is an error by itself stays one: nothing can be built with it. */
export function applyLevels<T extends Diagnostic>(
  diagnostics: readonly T[],
  levels: CheckLevels,
): readonly T[] {
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.severity === 'error' || !Object.hasOwn(levels, diagnostic.code)) return [diagnostic];
    const level = levels[diagnostic.code];
    return level === 'off' ? [] : [{ ...diagnostic, severity: level ?? 'warning' }];
  });
}
