/** `css.*`: stylesheets. */
import { isMap, SafeText } from '../gotemplate/values.ts';
import { toText } from './values/conversions.ts';
import { passThrough } from './resources/pass-through.ts';
import { GoResource } from './resources/resource.ts';
import { readTargetPath, toResource } from './resources/resources.ts';
import type { FunctionContext, FunctionRow } from './row.ts';

export const cssFunctions: readonly FunctionRow[] = [
  { name: 'css.Build', args: [1, 2], run: passThrough('css.Build') },
  { name: 'css.PostCSS', aliases: ['postCSS'], args: [1, 2], run: passThrough('css.PostCSS') },
  { name: 'css.Quoted', args: [1, 1], run: ([value]) => new SafeText('css', JSON.stringify(toText(value))) },
  { name: 'css.Sass', aliases: ['toCSS'], args: [1, 2], run: compileSass },
  { name: 'css.TailwindCSS', args: [1, 2], run: passThrough('css.TailwindCSS') },
  { name: 'css.Unquoted', args: [1, 1], run: ([value]) => new SafeText('css', toText(value)) },
  { name: 'resources.ToCSS', args: [1, 2], run: compileSass },
  { name: 'resources.PostCSS', args: [1, 2], run: passThrough('resources.PostCSS') },
];

/** `toCSS resource`, `toCSS (dict "targetPath" "main.css") resource`. */
function compileSass(values: readonly unknown[], { host }: FunctionContext): GoResource {
  const resource = toResource(values.findLast((value) => value instanceof GoResource) ?? values.at(-1));
  const options = values.find((value) => !(value instanceof GoResource));
  const target = readTargetPath(options) ?? resource.asset.name.replace(/\.(?:scss|sass)$/, '.css');
  return resource.derive(target, host.compileSass(resource.asset, isMap(options) ? options : {}));
}
