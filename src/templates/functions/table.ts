/** All functions of Hugo for templates, with all of their names. */
import { type FunctionTable, type GoFunction, TemplateFailure } from '../gotemplate/values.ts';
import type { TemplateHost } from '../host.ts';
import { castFunctions } from './cast.ts';
import { collectionsFunctions } from './collections/collections.ts';
import { compareFunctions } from './compare/compare.ts';
import { cryptoFunctions } from './crypto/crypto.ts';
import { cssFunctions } from './css.ts';
import { dataFunctions } from './data.ts';
import { debugFunctions } from './debug.ts';
import { diagramsFunctions } from './diagrams.ts';
import { encodingFunctions } from './encoding/encoding.ts';
import { fmtFunctions } from './fmt.ts';
import { hugoFunctions } from './hugo.ts';
import { imagesFunctions } from './images/images.ts';
import { inflectFunctions } from './inflect/inflect.ts';
import { jsFunctions } from './js.ts';
import { langFunctions } from './lang/lang.ts';
import { mathFunctions } from './math.ts';
import { Namespace } from './namespace.ts';
import { osFunctions } from './os.ts';
import { partialsFunctions } from './partials.ts';
import { pathFunctions } from './path.ts';
import { reflectFunctions } from './reflect.ts';
import { resourcesFunctions } from './resources/resources.ts';
import { checkArguments, type FunctionContext, type FunctionRow } from './row.ts';
import { safeFunctions } from './safe.ts';
import { setsFunctions } from './collections/sets.ts';
import { sortFunctions } from './collections/sort.ts';
import { stringsFunctions } from './strings/strings.ts';
import { templatesFunctions } from './templates.ts';
import { readTime, timeFunctions } from './time/time.ts';
import { transformFunctions } from './transform/transform.ts';
import { urlsFunctions } from './urls/urls.ts';
import { whereFunctions } from './collections/where.ts';

const rows: readonly FunctionRow[] = [
  ...castFunctions,
  ...collectionsFunctions,
  ...setsFunctions,
  ...sortFunctions,
  ...whereFunctions,
  ...compareFunctions,
  ...cryptoFunctions,
  ...cssFunctions,
  ...dataFunctions,
  ...debugFunctions,
  ...diagramsFunctions,
  ...encodingFunctions,
  ...fmtFunctions,
  ...hugoFunctions,
  ...imagesFunctions,
  ...inflectFunctions,
  ...jsFunctions,
  ...langFunctions,
  ...mathFunctions,
  ...osFunctions,
  ...partialsFunctions,
  ...pathFunctions,
  ...reflectFunctions,
  ...resourcesFunctions,
  ...safeFunctions,
  ...stringsFunctions,
  ...templatesFunctions,
  ...timeFunctions,
  ...transformFunctions,
  ...urlsFunctions,
];

/** Creates a function for a context. */
type Maker = (context: FunctionContext) => GoFunction;

/** Every name that templates can call: functions, namespaces, and a few special ones. */
const makers: ReadonlyMap<string, Maker> = new Map([
  ...rows.flatMap((row) => (row.aliases ?? []).map((alias) => [alias, makerOf(row)] as const)),
  ...[...groupRows()].map(([space, members]) => [space, makerOfNamespace(space, members)] as const),
  ...Object.entries(ownMakers()),
]);

/**
 * Creates the functions that templates can call: `hasSuffix`, and `strings`, which returns an object with `HasSuffix`.
 * State, such as that of cached partials, lives as long as `cache`, which tables may share.
 */
export function createFunctions(
  host: TemplateHost,
  cache: FunctionContext['cache'] = new Map(),
): FunctionTable {
  const made: Record<string, GoFunction> = {};
  // A table is created for every text that a template renders, and only a few of its hundreds of functions are called.
  const find = (name: string | symbol): GoFunction | undefined => {
    const maker = typeof name === 'string' ? makers.get(name) : undefined;
    return maker && (made[String(name)] ??= maker(context));
  };
  const functions: FunctionTable = new Proxy(made, {
    get: (_, name) => find(name),
    has: (_, name) => makers.has(String(name)),
    ownKeys: () => [...makers.keys()],
    getOwnPropertyDescriptor(_, name) {
      const value = find(name);
      return value && { value, configurable: true, enumerable: true, writable: true };
    },
  });
  const context: FunctionContext = { host, functions, cache };
  return functions;
}

function makerOf(row: FunctionRow): Maker {
  return (context) =>
    (...values) => {
      checkArguments(row.aliases?.[0] ?? row.name, row.args, values.length);
      return row.run(values, context);
    };
}

function groupRows(): ReadonlyMap<string, readonly FunctionRow[]> {
  const groups = new Map<string, FunctionRow[]>();
  for (const row of rows) {
    const space = row.name.slice(0, row.name.indexOf('.'));
    groups.set(space, [...(groups.get(space) ?? []), row]);
  }
  return groups;
}

function makerOfNamespace(space: string, members: readonly FunctionRow[]): Maker {
  return (context) => {
    const functions = members.map(
      (row) => [row.name.slice(space.length + 1), makerOf(row)(context)] as const,
    );
    return createNamespaceFunction(space, Object.fromEntries(functions));
  };
}

function ownMakers(): Readonly<Record<string, Maker>> {
  const times = makerOfNamespace('time', timeFunctions);
  return {
    // `time "2024-01-02"` is time.AsTime.
    time: (context) => {
      const namespace = times(context);
      return (...values) => (values.length > 0 ? readTime(values, context) : namespace());
    },
    site:
      ({ host }) =>
      () =>
        host.site,
    page:
      ({ host }) =>
      () =>
        host.page(),
  };
}

function createNamespaceFunction(name: string, members: Readonly<Record<string, GoFunction>>): GoFunction {
  const namespace = new Namespace(name, members);
  return (...values) => {
    if (values.length === 0) return namespace;
    throw new TemplateFailure(
      `${name} is a namespace and takes no arguments`,
      `Call one of its functions instead, such as ${name}.${Object.keys(members)[0]}.`,
    );
  };
}
