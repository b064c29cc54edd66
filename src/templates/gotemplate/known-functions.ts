/** Whether the functions that a template names are there. */
import { createDiagnostic, type Diagnostic, nearestName, type SourceFile } from '../../diagnostics.ts';
import { builtins } from './builtins.ts';
import type { Mention, Survey } from './template-survey.ts';
import { type FunctionTable, GoObject, TemplateFailure } from './values.ts';

/** What the evaluator knows by itself. */
const SPECIAL = ['return', 'try'];

/** Functions of Hugo that there are not here, and what can be done instead. The longest beginning counts. */
const INSTEAD: Readonly<Record<string, string>> = {
  'images.': 'Pictures are published as they are: change the file itself, or let CSS do it.',
  'openapi3.': 'Put what you need of the description into data/, and read it with site.Data.',
  'js.': 'Put the script that is built into static/, and name it in a <script>.',
  'css.': 'Put the CSS that is built into static/, or write a theme in SCSS.',
  'debug.': 'Print the value with {{ printf "%#v" . }}.',
  'transform.ToMath': 'Write the formula in Markdown, between $ and $.',
  'templates.Current': 'Name the template in its own text.',
  getRemote: 'Nothing is fetched while a site is built: put the file into assets/.',
};

/** A diagnostic for each function that is not there. */
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

/** Stands in for what is no namespace, and has whatever is asked for: only a run can tell. */
const ANYTHING = { member: (): unknown => true };

function namespaceOf(name: string, functions: FunctionTable): { member(name: string): unknown } {
  try {
    const value = functions[name]?.();
    return value instanceof GoObject && value.typeName.endsWith('.Namespace') ? value : ANYTHING;
  } catch (error) {
    // A function that wants arguments is no namespace.
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
  const fallback = 'Functions of Hugo that are here have the names that they have in its documentation.';
  return createDiagnostic({
    code: 'template-function-unknown',
    message: `there is no function "${name}"`,
    hint: (instead && INSTEAD[instead]) ?? `${guess}${fallback}`,
    source,
    offset,
  });
}
