/** Reports parameters that a built-in shortcode does not read, if they look misspelt or are in the wrong place. */
import { nearestName } from '../diagnostics.ts';
import type { Shortcode, ShortcodeCall } from '../types.ts';
import { reportAt } from './call.ts';
import type { ReportFinding, ShortcodeServices } from './services.ts';

/** The named parameters of shortcodes. `slide` takes any: its attributes are checked with those of other slides. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  figure: 'alt attr attrlink caption class height link loading rel src target title width'.split(' '),
  frag: ['c', 'class', 'index'],
  fragment: ['class', 'index'],
  section: [],
};

/** Adds the check to a shortcode. */
export function withParameterCheck(shortcode: Shortcode, { report }: ShortcodeServices): Shortcode {
  const { name } = shortcode;
  const known = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
  if (!known) return shortcode;
  return {
    ...shortcode,
    render(call) {
      if (call.params.kind === 'named') checkNames(call, known, reportAt(call, report));
      return shortcode.render(call);
    },
  };
}

function checkNames(
  { name, params }: ShortcodeCall,
  known: readonly string[],
  reportFinding: ReportFinding,
): void {
  for (const written of Object.keys(params.values)) {
    if (known.includes(written)) continue;
    const hint = name === 'section' ? SECTION_HINT : suggestion(written, known);
    if (hint === undefined) continue;
    reportFinding({
      code: 'shortcode-parameter-unknown',
      severity: 'warning',
      message: `"${name}" has no parameter "${written}"`,
      hint,
    });
  }
}

const SECTION_HINT = 'Attributes of a slide go into {{< slide … >}} on the slide: a section takes none.';

function suggestion(written: string, known: readonly string[]): string | undefined {
  const nearest = nearestName(written, known);
  return nearest && `Did you mean "${nearest}"?`;
}
