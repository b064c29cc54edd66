// A thread that ends its process when it has used more CPU time than the input at hand may use. The main thread can't:
// it is busy with that input. Time of the CPU and not of the clock, so that a busy machine changes nothing.
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { OVERTIME } from './overtime.mjs';

const [INTERVAL, MICROSECONDS] = [50, 1000];
const deadline = new Int32Array(workerData);

setInterval(() => {
  const { user, system } = process.cpuUsage();
  const limit = Atomics.load(deadline, 0);
  if (limit === 0 || (user + system) / MICROSECONDS < limit) return;
  writeSync(2, OVERTIME);
  process.kill(process.pid, 'SIGKILL');
}, INTERVAL);
