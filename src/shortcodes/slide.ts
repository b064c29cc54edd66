/** `{{< slide … >}}`: attributes of the slide that it stands on. Source: reference, theme Q5. */
import { createDiagnostic } from '../diagnostics.ts';
import type { Attributes, Report, Shortcode, ShortcodeCall } from '../types.ts';

/** Attributes that HTML knows; all others are reveal.js's, behind `data-`. */
const PLAIN: ReadonlySet<string> = new Set(['id', 'class']);

/** What the theme does with these is not done yet. */
const PENDING = ['content', 'template'];

export function createSlideShortcode(report: Report): Shortcode {
  return {
    name: 'slide',
    takesInner: false,
    render(call) {
      for (const key of PENDING) if (Object.hasOwn(call.params, key)) warnOfPending(key, call, report);
      return { kind: 'attributes', attributes: attributesOf(call) };
    },
  };
}

/** Sorted by key, as Go ranges over a map; a parameter without a name is named by its position. */
function attributesOf({ params }: ShortcodeCall): Attributes {
  const entries = Object.entries(params).filter(([key]) => !PENDING.includes(key));
  return Object.fromEntries(
    entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [PLAIN.has(key) ? key : `data-${key}`, String(value)]),
  );
}

function warnOfPending(key: string, { page, position }: ShortcodeCall, report: Report): void {
  report(
    createDiagnostic({
      code: 'slide-parameter-pending',
      severity: 'warning',
      message: `deckwright does not know the parameter "${key}" of slide yet, so it has no effect`,
      hint:
        key === 'template'
          ? 'Write the attributes of the template on the slide itself.'
          : 'Write the text of the slide in its place.',
      source: page.source,
      offset: position.offset,
    }),
  );
}
