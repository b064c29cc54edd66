/** `time.*`. */
import { TemplateFailure } from '../../gotemplate/values.ts';
import { readClock } from './clock.ts';
import { toInteger, toText } from '../values/conversions.ts';
import { createDuration, parseDuration } from './duration.ts';
import type { FunctionContext, FunctionRow } from '../row.ts';
import { formatInLanguage } from './names.ts';
import type { GoTime } from './object.ts';
import { toTime } from './parse.ts';
import { findZone, type TimeZone, utcZone } from './zone.ts';

export const timeFunctions: readonly FunctionRow[] = [
  { name: 'time.AsTime', args: [1, 2], run: readTime },
  {
    name: 'time.Duration',
    aliases: ['duration'],
    args: [2, 2],
    run: ([unit, count]) => createDuration(toText(unit), toInteger(count)),
  },
  {
    name: 'time.Format',
    aliases: ['dateFormat'],
    args: [2, 2],
    run: ([layout, value], { host }) =>
      formatInLanguage(toTime(value, siteZone(host.timeZone)), toText(layout), host.language()),
  },
  { name: 'time.In', args: [2, 2], run: ([name, value]) => toTime(value).inZone(toZone(toText(name))) },
  {
    name: 'time.Now',
    aliases: ['now'],
    args: [0, 0],
    run: (_, context) => readClock(context),
  },
  { name: 'time.ParseDuration', args: [1, 1], run: ([text]) => parseDuration(toText(text)) },
];

/** Implements `time.AsTime`, and `time` with arguments: a value as a time, in the named zone. */
export function readTime([value, zone]: readonly unknown[], { host }: FunctionContext): GoTime {
  return toTime(value, zone === undefined ? siteZone(host.timeZone) : toZone(toText(zone)));
}

/** Finds the site's zone; an invalid one was reported with the configuration. */
function siteZone(name: string | undefined): TimeZone {
  return findZone(name ?? '') ?? utcZone;
}

function toZone(name: string): TimeZone {
  const zone = findZone(name);
  if (zone) return zone;
  throw new TemplateFailure(
    `unknown time zone ${name}`,
    'Use a name from the IANA database, such as Europe/Oslo.',
  );
}
