/** The flags of all commands: how each is read, and what `help` says of it. Those that Hugo has are named as there. */

/** One flag. */
export interface FlagRow {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What `help` writes in the place of a value. */
  readonly value?: string;
  readonly about: string;
  /** Whether a value may be empty. */
  readonly mayBeEmpty?: boolean;
  /** What is wrong with a value; `undefined` for one that is right. */
  fault?(this: void, value: string): string | undefined;
}

export const flags = {
  source: { type: 'string', short: 's', value: 'DIR', about: 'the folder of the site; this one by default' },
  destination: {
    type: 'string',
    short: 'd',
    value: 'DIR',
    about: 'the folder of the built site; public by default',
  },
  // An empty one stands for the configured one: a workflow has none to give where Pages is not set up.
  baseURL: {
    type: 'string',
    short: 'b',
    value: 'URL',
    about: 'in the place of the configured base URL',
    mayBeEmpty: true,
    fault: faultOfBaseURL,
  },
  environment: {
    type: 'string',
    short: 'e',
    value: 'NAME',
    about: 'which folder of config/ is laid over the default',
  },
  config: {
    type: 'string',
    value: 'FILES',
    about: 'configuration files in the place of the site’s, with commas between',
  },
  buildDrafts: { type: 'boolean', short: 'D', about: 'take in drafts' },
  buildFuture: { type: 'boolean', short: 'F', about: 'take in what is dated in the future' },
  buildExpired: { type: 'boolean', short: 'E', about: 'take in what has expired' },
  minify: { type: 'boolean', about: 'take out of pages what no reader sees: runs of blanks, comments' },
  cleanDestinationDir: {
    type: 'boolean',
    about: 'delete what this build has not written, but for names that begin with a dot',
  },
  gc: { type: 'boolean', about: 'delete bundles from the cache that this build has not used' },
  cacheDir: { type: 'string', value: 'DIR', about: 'where bundles are kept; beside the packages by default' },
  printUnusedTemplates: {
    type: 'boolean',
    about: 'warn of templates in layouts/ that nothing has used',
  },
  strict: { type: 'boolean', about: 'warnings count as errors' },
  panicOnWarning: { type: 'boolean', about: 'the same as --strict, as Hugo calls it' },
  quiet: { type: 'boolean', about: 'print only errors and warnings' },
  json: { type: 'boolean', about: 'print for machines' },
  kind: {
    type: 'string',
    short: 'k',
    value: 'KIND',
    about: 'the archetype of a new deck: talk for archetypes/talk.md',
  },
  port: {
    type: 'string',
    short: 'p',
    value: 'N',
    about: 'the first port to try: 1313 for dev, 4173 for preview; 0 for any',
    fault: faultOfPort,
  },
  bind: { type: 'string', value: 'ADDRESS', about: 'where to listen: 0.0.0.0 lets other machines in' },
  open: { type: 'boolean', short: 'O', about: 'open the site in a browser' },
  openBrowser: { type: 'boolean', about: 'the same as --open, as Hugo calls it' },
  navigateToChanged: { type: 'boolean', short: 'N', about: 'go to the slide that has changed' },
  help: { type: 'boolean', short: 'h', about: 'show the flags of a command, with examples' },
  version: { type: 'boolean', short: 'v', about: 'show the version' },
} as const satisfies Readonly<Record<string, FlagRow>>;

/** The name of a flag, without its dashes. */
export type FlagName = keyof typeof flags;

/** What was typed, by the names of flags. */
export type Values = {
  readonly [Name in FlagName]?: (typeof flags)[Name]['type'] extends 'string' ? string : boolean;
};

/** Flags that every command takes. */
export const everywhere: readonly FlagName[] = ['help', 'version'];

/** Flags that say which site is meant. */
export const siteFlags = [
  'source',
  'destination',
  'baseURL',
  'environment',
  'config',
] as const satisfies readonly FlagName[];

/** Flags that say which pages are taken in. */
export const pageFlags = [
  'buildDrafts',
  'buildFuture',
  'buildExpired',
] as const satisfies readonly FlagName[];

/** Flags that say how a server listens. */
export const listenFlags = ['port', 'bind', 'open', 'openBrowser'] as const satisfies readonly FlagName[];

/** The row of a flag. */
export function flagOf(name: FlagName): FlagRow {
  return flags[name];
}

/** Whether there is a flag of this name. */
export function isFlag(name: string): name is FlagName {
  return Object.hasOwn(flags, name);
}

/** What was typed for some of the flags. */
export function pick<Name extends FlagName>(values: Values, names: readonly Name[]): Pick<Values, Name> {
  const entries = names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]));
  return Object.fromEntries(entries) as Pick<Values, Name>;
}

function faultOfPort(value: string): string | undefined {
  const isPort = /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
  return isPort ? undefined : `"${value}" is no port: ports are numbers from 0 to 65535`;
}

function faultOfBaseURL(value: string): string | undefined {
  const isAddress = URL.canParse(value.trim(), 'http://host.invalid/');
  return isAddress ? undefined : `"${value}" is no address: write https://example.org/talks/, or /talks/`;
}
