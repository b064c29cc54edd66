/** Tools of Hugo that need a program of their own: the file is published as it is written. */
import { GoResource } from './resource.ts';
import { readTargetPath, toResource } from './resources.ts';
import type { FunctionRow } from '../row.ts';

/** A function that gives its resource unchanged, under the path that is asked for, and says so. */
export function passThrough(name: string): FunctionRow['run'] {
  return (values, { host, cache }) => {
    const resource = toResource(values.findLast((value) => value instanceof GoResource) ?? values.at(-1));
    const message = `${name} is not run: ${resource.asset.name} is published as it is written`;
    if (!cache.has(message)) host.report('warning', message);
    cache.set(message, true);
    const target = readTargetPath(values.find((value) => !(value instanceof GoResource)));
    return target === undefined ? resource : resource.derive(target, resource.asset.read());
  };
}
