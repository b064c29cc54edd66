/** Tools of Hugo that need an external program: the file is published unchanged. */
import { GoResource } from './resource.ts';
import { readTargetPath, toResource } from './resources.ts';
import type { FunctionRow } from '../row.ts';

/** Creates a function that returns its resource unchanged, at the requested path, and logs a warning. */
export function passThrough(name: string): FunctionRow['run'] {
  return (values, { host, cache }) => {
    const resource = toResource(values.findLast((value) => value instanceof GoResource) ?? values.at(-1));
    const message = `${name} is not supported: ${resource.asset.name} is published unchanged`;
    if (!cache.has(message)) host.report('warning', message);
    cache.set(message, true);
    const target = readTargetPath(values.find((value) => !(value instanceof GoResource)));
    return target === undefined ? resource : resource.derive(target, resource.asset.read());
  };
}
