/** What is said of a field or a method that a value does not have. */
import { nearestName } from '../../diagnostics.ts';
import { typeName } from './type-names.ts';
import { GoObject, TemplateFailure } from './values.ts';

/** The failure for a member that is not there, with the nearest name that is. */
export function unknownField(name: string, receiver: unknown): TemplateFailure {
  const nearest = nearestName(name, memberNames(receiver));
  const guess = nearest === undefined ? '' : ` Did you mean .${nearest}?`;
  const hint = `There is no .${name} here; what is before it may be another value than you expect.${guess}`;
  return new TemplateFailure(`can't evaluate field ${name} in type ${typeName(receiver)}`, hint);
}

/** The names that a value knows behind a dot. */
function memberNames(receiver: unknown): readonly string[] {
  if (receiver instanceof GoObject) return receiver.memberNames();
  const first: unknown = Array.isArray(receiver) ? receiver[0] : undefined;
  return first instanceof GoObject ? first.listMemberNames() : [];
}
