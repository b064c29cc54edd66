/** `fmt.*`: printing, and what is said to the author while a site is built. */
import { sprint, sprintf, sprintln } from '../gotemplate/print.ts';
import { toText } from './conversions.ts';
import { ANY, type FunctionContext, type FunctionRow } from './row.ts';

export const fmtFunctions: readonly FunctionRow[] = [
  { name: 'fmt.Errorf', aliases: ['errorf'], args: [1, ANY], run: say('error') },
  { name: 'fmt.Erroridf', aliases: ['erroridf'], args: [2, ANY], run: sayWithId('error') },
  { name: 'fmt.Errormf', args: [2, ANY], run: sayWithFields('error') },
  { name: 'fmt.Print', aliases: ['print'], args: [0, ANY], run: (values) => sprint(values) },
  {
    name: 'fmt.Printf',
    aliases: ['printf'],
    args: [1, ANY],
    run: ([format, ...values]) => sprintf(toText(format), values),
  },
  { name: 'fmt.Println', aliases: ['println'], args: [0, ANY], run: (values) => sprintln(values) },
  { name: 'fmt.Warnf', aliases: ['warnf'], args: [1, ANY], run: say('warning') },
  { name: 'fmt.Warnidf', aliases: ['warnidf'], args: [2, ANY], run: sayWithId('warning') },
  { name: 'fmt.Warnmf', args: [2, ANY], run: sayWithFields('warning') },
];

type Severity = 'warning' | 'error';

/** The same words are said once only, however many pages say them. */
function sayOnce(severity: Severity, message: string, { host, memory }: FunctionContext): string {
  const key = `fmt ${severity} ${message}`;
  if (!memory.has(key)) host.report(severity, message.trimEnd());
  memory.set(key, true);
  return '';
}

function say(severity: Severity): FunctionRow['run'] {
  return ([format, ...values], context) => sayOnce(severity, sprintf(toText(format), values), context);
}

/** What has an id can be silenced by it in Hugo's configuration, under `ignoreLogs`. */
function sayWithId(severity: Severity): FunctionRow['run'] {
  return ([id, format, ...values], context) => {
    if (context.host.ignoresLog(toText(id))) return '';
    return sayOnce(severity, sprintf(toText(format), values), context);
  };
}

function sayWithFields(severity: Severity): FunctionRow['run'] {
  return ([fields, format, ...values], context) =>
    sayOnce(severity, `${sprintf(toText(format), values)} ${sprintf('%v', [fields])}`, context);
}
