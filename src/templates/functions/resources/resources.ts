/** `resources.*`. */
import { createHash } from 'node:crypto';
import { isMap, TemplateFailure } from '../../gotemplate/values.ts';
import type { Asset, TemplateHost } from '../../host.ts';
import { toText, getTypeName } from '../values/conversions.ts';
import { readField } from '../values/fields.ts';
import { readList } from '../values/lists.ts';
import { MissingRemote, reportNotFetched } from './remote.ts';
import { GoResource } from './resource.ts';
import { ResourceList } from './resource-list.ts';
import type { FunctionContext, FunctionRow } from '../row.ts';

type Values = readonly unknown[];

export const resourcesFunctions: readonly FunctionRow[] = [
  { name: 'resources.ByType', args: [1, 1], run: findByType },
  { name: 'resources.Concat', args: [2, 2], run: concat },
  {
    name: 'resources.Copy',
    args: [2, 2],
    run: ([path, value]) => {
      const resource = toResource(value);
      return resource.derive(plainPath(path), resource.asset.read());
    },
  },
  { name: 'resources.ExecuteAsTemplate', args: [3, 3], run: executeAsTemplate },
  { name: 'resources.Fingerprint', aliases: ['fingerprint'], args: [1, 2], run: fingerprint },
  {
    name: 'resources.FromString',
    args: [2, 2],
    run: ([path, text], { host }) => new GoResource(host.createAsset(plainPath(path), toText(text)), host),
  },
  { name: 'resources.Get', args: [1, 1], run: getAsset },
  { name: 'resources.GetMatch', args: [1, 1], run: (values, context) => match(values, context).first },
  { name: 'resources.GetRemote', args: [1, 2], run: getRemote },
  { name: 'resources.Match', args: [1, 1], run: match },
  // Resources are not minified: compression by the server saves more.
  { name: 'resources.Minify', aliases: ['minify'], args: [1, 1], run: ([value]) => toResource(value) },
  { name: 'resources.PostProcess', args: [1, 1], run: ([value]) => toResource(value) },
  {
    name: 'resources.Publish',
    args: [1, 1],
    run: ([value]) => {
      const resource = toResource(value);
      resource.asset.publish();
      return resource;
    },
  },
];

/** Reads the resource argument of a function. */
export function toResource(value: unknown): GoResource {
  if (value instanceof GoResource) return value;
  const hint =
    value instanceof MissingRemote
      ? 'Remote files are not fetched during a build: save the file in assets/, and read it with resources.Get.'
      : 'Check first that the file exists: {{ with resources.Get "css/main.css" }}.';
  throw new TemplateFailure(`expected a Resource object, got ${getTypeName(value)}`, hint);
}

/** Normalizes the path of an asset: no leading slash, whether or not the author writes one. */
const plainPath = (value: unknown): string => toText(value).replace(/^\.?\/+/, '');

/** Wraps an asset; as in Hugo, its name is its path with a leading slash. */
const wrap = (asset: Asset, host: TemplateHost): GoResource =>
  new GoResource(asset, host, { name: `/${asset.name}` });

function getAsset([path]: Values, context: FunctionContext): unknown {
  if (/^https?:\/\//.test(toText(path))) return getRemote([path], context);
  const asset = context.host.findAsset(plainPath(path));
  return asset ? wrap(asset, context.host) : null;
}

function match([pattern]: Values, { host }: FunctionContext): ResourceList {
  const plain = plainPath(pattern);
  // As in Hugo, an empty pattern matches nothing.
  const found = plain === '' ? [] : host.matchAssets(plain);
  return new ResourceList(found.map((asset) => wrap(asset, host)));
}

function findByType([type]: Values, { host }: FunctionContext): ResourceList {
  const all = host.matchAssets('**').map((asset) => wrap(asset, host));
  return new ResourceList(all.filter((resource) => resource.mediaType.mainType === toText(type)));
}

function getRemote([address]: Values, context: FunctionContext): MissingRemote {
  return new MissingRemote(reportNotFetched('resources.GetRemote', toText(address), context));
}

/** Concatenates files, with semicolons between scripts, which may lack a final one. */
function concat([path, list]: Values): GoResource {
  // Remote files have been reported when they were requested; the others are still concatenated.
  const there = (readList(list) ?? []).filter((item) => !(item instanceof MissingRemote));
  const [first, ...others] = there.map(toResource);
  if (!first) throw new TemplateFailure('must provide one or more Resource objects to concat');
  const type = String(first.mediaType);
  const stranger = others.find(({ mediaType }) => String(mediaType) !== type);
  if (stranger) {
    throw new TemplateFailure(
      `resources in Concat must be of the same Media Type, got ${String(stranger.mediaType)} and ${type}`,
    );
  }
  const separator = type === 'text/javascript' ? '\n;\n' : '';
  return first.derive(plainPath(path), [first, ...others].map(({ text }) => text).join(separator));
}

/** Runs a resource as a template. The resource is the last argument or, in old layouts, the middle one. */
function executeAsTemplate([path, second, third]: Values, { host }: FunctionContext): GoResource {
  const resource = third instanceof GoResource ? third : toResource(second);
  const data = resource === third ? second : third;
  return resource.derive(plainPath(path), host.runText(resource.name, resource.text, data));
}

const ALGORITHMS: readonly string[] = ['md5', 'sha256', 'sha384', 'sha512'];

/** Adds the hash of a file to its name, and to `.Data.Integrity` in the format of browsers. */
function fingerprint(values: Values): GoResource {
  const resource = toResource(values.find((value) => value instanceof GoResource));
  const algorithm = toText(values.find((value) => typeof value === 'string') ?? 'sha256');
  if (!ALGORITHMS.includes(algorithm)) {
    throw new TemplateFailure(
      `unsupported hash algorithm: "${algorithm}"`,
      `Use one of ${ALGORITHMS.join(', ')}.`,
    );
  }
  const bytes = resource.asset.read();
  const hash = createHash(algorithm).update(bytes).digest();
  const name = resource.asset.name.replace(/(?=\.[^./]*$)|$/, `.${hash.toString('hex')}`);
  return resource.derive(name, bytes, { Integrity: `${algorithm}-${hash.toString('base64')}` });
}

/** Reads the target path from options, which are a path or a map. */
export function readTargetPath(options: unknown): string | undefined {
  const path = isMap(options) ? readField(options, 'targetPath') : options;
  return typeof path === 'string' && path !== '' ? plainPath(path) : undefined;
}
