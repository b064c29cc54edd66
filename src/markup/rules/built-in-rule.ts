/** markdown-it's own rules, for those that ask before them. */

/** A function of a ruler by its name; markdown-it exports none of them. */
export function findBuiltInRule<F extends (...args: never[]) => unknown>(
  rules: readonly F[],
  name: string,
): F {
  const rule = rules.find((candidate) => candidate.name === name);
  if (!rule) throw new Error(`markdown-it has no rule named ${name} any more`);
  return rule;
}
