/** `now`: the time of a call. Two calls never return the same time, because templates create ids from it. */
import type { FunctionContext } from '../row.ts';
import { GoTime } from './object.ts';
import { findZone, utcZone } from './zone.ts';

const KEY = 'time.Now';
/** Smaller steps are lost when nanoseconds since 1970 become a JavaScript number. */
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
