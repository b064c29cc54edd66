/** The failure for a field or method that a value does not have. */
import { nearestName } from '../../diagnostics.ts';
import { typeName } from './type-names.ts';
import { GoObject, TemplateFailure } from './values.ts';

/** Creates the failure, with the most similar name. */
export function unknownField(name: string, receiver: unknown): TemplateFailure {
  const nearest = nearestName(name, memberNames(receiver));
  const guess = nearest === undefined ? '' : ` Did you mean .${nearest}?`;
  const hint = `The value before it has no .${name}; it may not be the value that you expect.${guess}`;
  return new TemplateFailure(`can't evaluate field ${name} in type ${typeName(receiver)}`, hint);
}

/** Lists the members of a value. */
function memberNames(receiver: unknown): readonly string[] {
  if (receiver instanceof GoObject) return receiver.memberNames();
  const first: unknown = Array.isArray(receiver) ? receiver[0] : undefined;
  return first instanceof GoObject ? first.listMemberNames() : [];
}
