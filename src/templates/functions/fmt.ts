/** `fmt.*`: printing, and messages to the author. */
import { sprint, sprintf, sprintln } from '../gotemplate/print.ts';
import { toText } from './values/conversions.ts';
import { ANY, type FunctionContext, type FunctionRow } from './row.ts';

export const fmtFunctions: readonly FunctionRow[] = [
  { name: 'fmt.Errorf', aliases: ['errorf'], args: [1, ANY], run: log('error') },
  { name: 'fmt.Erroridf', aliases: ['erroridf'], args: [2, ANY], run: logWithId('error') },
  { name: 'fmt.Errormf', args: [2, ANY], run: logWithFields('error') },
  { name: 'fmt.Print', aliases: ['print'], args: [0, ANY], run: (values) => sprint(values) },
  {
    name: 'fmt.Printf',
    aliases: ['printf'],
    args: [1, ANY],
    run: ([format, ...values]) => sprintf(toText(format), values),
  },
  { name: 'fmt.Println', aliases: ['println'], args: [0, ANY], run: (values) => sprintln(values) },
  { name: 'fmt.Warnf', aliases: ['warnf'], args: [1, ANY], run: log('warning') },
  { name: 'fmt.Warnidf', aliases: ['warnidf'], args: [2, ANY], run: logWithId('warning') },
  { name: 'fmt.Warnmf', args: [2, ANY], run: logWithFields('warning') },
];

type Severity = 'warning' | 'error';

/** Logs a message only once, even if several pages log it. */
function logOnce(severity: Severity, message: string, { host, cache }: FunctionContext): string {
  const key = `fmt ${severity} ${message}`;
  if (!cache.has(key)) host.report(severity, message.trimEnd());
  cache.set(key, true);
  return '';
}

function log(severity: Severity): FunctionRow['run'] {
  return ([format, ...values], context) => logOnce(severity, sprintf(toText(format), values), context);
}

/** Logs a message with an id, which `ignoreLogs` in Hugo's configuration can silence. */
function logWithId(severity: Severity): FunctionRow['run'] {
  return ([id, format, ...values], context) => {
    if (context.host.ignoresLog(toText(id))) return '';
    return logOnce(severity, sprintf(toText(format), values), context);
  };
}

function logWithFields(severity: Severity): FunctionRow['run'] {
  return ([fields, format, ...values], context) =>
    logOnce(severity, `${sprintf(toText(format), values)} ${sprintf('%v', [fields])}`, context);
}
