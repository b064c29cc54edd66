/** Checks the attributes and addresses that authors write in shortcodes. */
import {
  FAILSAFE_ADDRESS,
  isAttributeName,
  isUnsafeAddress,
  withoutUnsafeAttributes,
} from '../attribute-safety.ts';
import type { Attributes } from '../types.ts';
import type { ReportFinding } from './services.ts';

/** How attributes are checked. */
interface AttributeCheck {
  readonly report: ReportFinding;
  /** Whether the site keeps HTML, and with it attributes that run code. */
  readonly isUnsafeAllowed: boolean;
}

/** Leaves out attributes whose names HTML does not allow and, with `unsafe = false`, those that run code. */
export function checkAttributes(
  attributes: Attributes,
  { report, isUnsafeAllowed }: AttributeCheck,
): Attributes {
  const named = Object.fromEntries(
    Object.entries(attributes).filter(([name]) => {
      if (!isAttributeName(name)) report(nameInvalid(name));
      return isAttributeName(name);
    }),
  );
  if (isUnsafeAllowed) return named;
  const safe = withoutUnsafeAttributes(named);
  for (const [name, value] of Object.entries(named)) {
    if (!(name in safe)) report(attributeOmitted(name, value));
  }
  return safe;
}

/** Replaces an address that would run code, as Hugo does with or without `unsafe`. */
export function checkAddress(address: string, use: 'image' | 'link', report: ReportFinding): string {
  if (!isUnsafeAddress(address, use)) return address;
  report({
    code: 'address-unsafe',
    severity: 'warning',
    message: `"${address}" could run code or read files, so ${FAILSAFE_ADDRESS} is written, as with Hugo`,
    hint: 'Use an address that starts with https:, or the path of a file of the site.',
  });
  return FAILSAFE_ADDRESS;
}

type Found = Parameters<ReportFinding>[0];

function nameInvalid(name: string): Found {
  return {
    code: 'attribute-invalid',
    severity: 'warning',
    message: `"${name}" can't be the name of an attribute, so it is omitted`,
    hint: 'Remove spaces, quotes and the characters < > / = from the name.',
  };
}

function attributeOmitted(name: string, value: string): Found {
  return {
    code: 'attribute-omitted',
    severity: 'warning',
    message: `the attribute ${name}="${value}" is omitted, because it could run code and the site sets unsafe = false`,
    hint: 'Use an address that starts with https:, or set unsafe = true under [markup.goldmark.renderer].',
  };
}
