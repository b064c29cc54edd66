/** Access to markdown-it's own rules, for rules that wrap them. */

/** Finds a rule by its name; markdown-it exports none of them. */
export function findBuiltInRule<F extends (...args: never[]) => unknown>(
  rules: readonly F[],
  name: string,
): F {
  const rule = rules.find((candidate) => candidate.name === name);
  if (!rule) throw new Error(`markdown-it has no rule named ${name} any more`);
  return rule;
}
