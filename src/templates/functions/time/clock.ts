/** `now`: the moment of a call. Two calls never give the same, since templates make ids of it. */
import type { FunctionContext } from '../row.ts';
import { GoTime } from './object.ts';
import { findZone, utcZone } from './zone.ts';

const KEY = 'time.Now';
/** Less than this can't be told apart where nanoseconds since 1970 are a number of JavaScript. */
const STEP = 1024n;
const PER_MILLISECOND = 1_000_000n;

export function readClock({ host, cache }: FunctionContext): GoTime {
  const moment = BigInt(host.now().getTime()) * PER_MILLISECOND;
  const last = cache.get(KEY);
  const next = typeof last === 'bigint' && last + STEP > moment ? last + STEP : moment;
  cache.set(KEY, next);
  const zone = findZone(host.timeZone ?? '') ?? utcZone;
  return new GoTime(new Date(Number(next / PER_MILLISECOND)), zone, Number(next % PER_MILLISECOND));
}
