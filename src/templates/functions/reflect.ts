/** `reflect.*`. */
import { isMap } from '../gotemplate/values.ts';
import { getTypeName } from './values/conversions.ts';
import { readEntries, readList } from './values/lists.ts';
import { GoResource } from './resources/resource.ts';
import type { FunctionRow } from './row.ts';

export const reflectFunctions: readonly FunctionRow[] = [
  { name: 'reflect.IsMap', args: [1, 1], run: ([value]) => isMap(value) || readEntries(value) !== undefined },
  { name: 'reflect.IsSlice', args: [1, 1], run: ([value]) => readList(value) !== undefined },
  { name: 'reflect.IsPage', args: [1, 1], run: ([value]) => /(?:^|\.)Page$/.test(getTypeName(value)) },
  { name: 'reflect.IsSite', args: [1, 1], run: ([value]) => /(?:^|\.)Site$/.test(getTypeName(value)) },
  {
    name: 'reflect.IsResource',
    args: [1, 1],
    run: ([value]) => value instanceof GoResource || /(?:^|\.)Page$/.test(getTypeName(value)),
  },
  { name: 'reflect.IsImageResource', args: [1, 1], run: isImage },
  { name: 'reflect.IsImageResourceWithMeta', args: [1, 1], run: isImage },
  { name: 'reflect.IsImageResourceProcessable', args: [1, 1], run: isImage },
];

function isImage([value]: readonly unknown[]): boolean {
  return value instanceof GoResource && value.isImage;
}
