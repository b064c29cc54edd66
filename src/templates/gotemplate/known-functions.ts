/** Checks that the functions a template calls exist. */
import { createDiagnostic, type Diagnostic, nearestName, type SourceFile } from '../../diagnostics.ts';
import { builtins } from './builtins.ts';
import type { Mention, Survey } from './template-survey.ts';
import { type FunctionTable, GoObject, TemplateFailure } from './values.ts';

/** Names that the evaluator handles itself. */
const SPECIAL = ['return', 'try'];

/** Functions of Hugo that are not supported, with alternatives. The longest matching prefix counts. */
const INSTEAD: Readonly<Record<string, string>> = {
  'images.': 'Images are published unchanged: edit the file, or use CSS.',
  'openapi3.': 'Put the parts that you need in data/, and read them with site.Data.',
  'js.': 'Put the built script in static/, and load it with <script>.',
  'css.': 'Put the built CSS in static/, or write a theme in SCSS.',
  'debug.': 'Print the value with {{ printf "%#v" . }}.',
  'transform.ToMath': 'Write the formula in Markdown, between $ and $.',
  'templates.Current': 'Write the name of the template in its text.',
  getRemote: 'Remote files are not fetched during a build: put the file in assets/.',
};

/** Reports each unknown function. */
export function findUnknownFunctions(
  source: SourceFile,
  survey: Survey,
  functions: FunctionTable,
): readonly Diagnostic[] {
  const seen = new Set<number>();
  return survey.functions
    .filter(({ name, offset }) => {
      if (isKnown(name, functions) || seen.has(offset)) return false;
      seen.add(offset);
      return true;
    })
    .map((mention) => unknownFunction(source, mention, functions));
}

function isKnown(name: string, functions: FunctionTable): boolean {
  const [first = '', member] = name.split('.');
  if (SPECIAL.includes(first) || Object.hasOwn(builtins, first)) return true;
  if (!Object.hasOwn(functions, first)) return false;
  return member === undefined || namespaceOf(first, functions)?.member(member) !== undefined;
}

/** A placeholder with all members, for functions that are not a namespace: only a run can tell. */
const ANYTHING = { member: (): unknown => true };

function namespaceOf(name: string, functions: FunctionTable): { member(name: string): unknown } {
  try {
    const value = functions[name]?.();
    return value instanceof GoObject && value.typeName.endsWith('.Namespace') ? value : ANYTHING;
  } catch (error) {
    // A function that needs arguments is not a namespace.
    if (error instanceof TemplateFailure) return ANYTHING;
    throw error;
  }
}

function unknownFunction(
  source: SourceFile,
  { name, offset }: Mention,
  functions: FunctionTable,
): Diagnostic {
  const [first = ''] = name.split('.');
  const isNamespaceKnown = Object.hasOwn(functions, first);
  const known = [...Object.keys(functions), ...Object.keys(builtins), ...SPECIAL];
  const nearest = nearestName(isNamespaceKnown ? name.replace(/^.*\./, '') : first, known);
  const instead = Object.keys(INSTEAD)
    .filter((beginning) => name.toLowerCase().startsWith(beginning.toLowerCase()))
    .sort((a, b) => b.length - a.length)[0];
  const guess = nearest ? `Did you mean "${nearest}"? ` : '';
  const fallback = 'Supported functions have the same names as in the documentation of Hugo.';
  return createDiagnostic({
    code: 'template-function-unknown',
    message: `there is no function "${name}"`,
    hint: (instead && INSTEAD[instead]) ?? `${guess}${fallback}`,
    source,
    offset,
  });
}
