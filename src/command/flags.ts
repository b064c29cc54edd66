/** The flags of all commands, with their descriptions for `help`. Flags that Hugo has keep Hugo's names. */
import { checkRange } from '../export/range.ts';
import {
  checkBaseURL,
  checkCount,
  checkFailOn,
  checkMedia,
  checkMegabytes,
  checkNotes,
  checkPaper,
  checkPerPage,
  checkPort,
  checkSize,
  checkViewport,
} from './flag-checks.ts';

/** A flag. */
export interface FlagRow {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** Placeholder for the value in `help`. */
  readonly value?: string;
  readonly about: string;
  /** Whether a value may be empty. */
  readonly allowsEmpty?: boolean;
  /** Explains what is wrong with a value; `undefined` for a valid one. */
  check?(this: void, value: string): string | undefined;
}

export const flags = {
  source: {
    type: 'string',
    short: 's',
    value: 'DIR',
    about: 'folder of the site (default: the current one)',
  },
  destination: {
    type: 'string',
    short: 'd',
    value: 'DIR',
    about: 'folder to write the built site to (default: public)',
  },
  // May be empty, which means the configured one: a workflow has no URL to pass until Pages is set up.
  baseURL: {
    type: 'string',
    short: 'b',
    value: 'URL',
    about: 'base URL to use instead of the configured one',
    allowsEmpty: true,
    check: checkBaseURL,
  },
  environment: {
    type: 'string',
    short: 'e',
    value: 'NAME',
    about: 'folder of config/ to merge over _default',
  },
  config: {
    type: 'string',
    value: 'FILES',
    about: 'configuration files to use instead of the site’s, separated by commas',
  },
  buildDrafts: { type: 'boolean', short: 'D', about: 'include drafts' },
  buildFuture: { type: 'boolean', short: 'F', about: 'include content dated in the future' },
  buildExpired: { type: 'boolean', short: 'E', about: 'include expired content' },
  minify: { type: 'boolean', about: 'minify pages: remove comments and extra whitespace' },
  cleanDestinationDir: {
    type: 'boolean',
    about: 'delete files in the destination that this build did not write (dotfiles are kept)',
  },
  gc: { type: 'boolean', about: 'delete unused bundles from the cache' },
  cacheDir: {
    type: 'string',
    value: 'DIR',
    about: 'folder of the bundle cache (default: node_modules/.cache)',
  },
  printUnusedTemplates: {
    type: 'boolean',
    about: 'warn about templates in layouts/ that no page uses',
  },
  strict: { type: 'boolean', about: 'treat warnings as errors' },
  panicOnWarning: { type: 'boolean', about: 'same as --strict (Hugo’s name)' },
  quiet: { type: 'boolean', about: 'print errors and warnings only' },
  verbose: { type: 'boolean', about: 'show every warning in full, also when there are many of a kind' },
  json: { type: 'boolean', about: 'print JSON' },
  kind: {
    type: 'string',
    short: 'k',
    value: 'KIND',
    about: 'archetype of the new deck: talk uses archetypes/talk.md',
  },
  port: {
    type: 'string',
    short: 'p',
    value: 'N',
    about: 'port to listen on (default: 1313 for dev, 4173 for preview, or the next free one; 0 for any)',
    check: checkPort,
  },
  bind: {
    type: 'string',
    value: 'ADDRESS',
    about: 'address to listen on; 0.0.0.0 makes the server available to other machines',
  },
  open: { type: 'boolean', short: 'O', about: 'open the site in a browser' },
  openBrowser: { type: 'boolean', about: 'same as --open (Hugo’s name)' },
  navigateToChanged: { type: 'boolean', short: 'N', about: 'navigate to the changed slide on save' },
  only: {
    type: 'string',
    value: 'CODES',
    about: 'run only these checks, separated by commas: overflow,contrast',
  },
  viewport: {
    type: 'string',
    value: 'SIZES',
    about: 'sizes of the window, separated by commas: 1280x720,390x844 (default: 1280x720)',
    check: checkViewport,
  },
  'min-font': {
    type: 'string',
    value: 'N',
    about: 'smallest size of text, in pixels at the size of the deck (default: 18)',
    check: checkSize,
  },
  format: {
    type: 'string',
    value: 'FORMAT',
    about:
      'of findings: text, github (annotations of a workflow) or sarif (for code scanning); of notes: markdown, text, html or json',
  },
  baseline: {
    type: 'string',
    value: 'FILE',
    about: 'do not report the findings in this file',
  },
  'update-baseline': { type: 'boolean', about: 'write all findings to the file of --baseline' },
  shots: {
    type: 'string',
    value: 'DIR',
    about: 'write a picture of each finding to this folder, with the place outlined',
  },
  'require-notes': { type: 'boolean', about: 'report slides without speaker notes' },
  all: { type: 'boolean', about: 'export all decks of the site' },
  output: {
    type: 'string',
    short: 'o',
    value: 'PATH',
    about: 'file or folder to write (default: one named like the deck, in the current folder)',
  },
  range: {
    type: 'string',
    value: 'SLIDES',
    about: 'only these slides, by number or id: 1-5,7.2,intro',
    check: checkRange,
  },
  steps: { type: 'boolean', about: 'export every step of a slide, not only the last one' },
  step: {
    type: 'string',
    value: 'N',
    about: 'step of the slide, from 1 (default: the last one)',
    check: checkCount,
  },
  notes: {
    type: 'string',
    value: 'WHERE',
    about: 'add the speaker notes to a PDF or handout: below, beside or annotations (PDF only)',
    check: checkNotes,
  },
  paper: {
    type: 'string',
    value: 'SIZE',
    about: 'paper of a handout: a4 or letter (default: a4)',
    check: checkPaper,
  },
  'per-page': {
    type: 'string',
    value: 'N',
    about: 'slides on a page of a handout: 1, 2, 3, 4 or 6 (default: 3)',
    check: checkPerPage,
  },
  'no-notes': { type: 'boolean', about: 'leave out all speaker notes' },
  media: {
    type: 'string',
    value: 'HOW',
    about: 'videos and sounds of a page: embed (the default), or link to where the site is published',
    check: checkMedia,
  },
  'max-size': {
    type: 'string',
    value: 'MB',
    about: 'size from which on pictures, videos and sounds of a page are left out (default: 25)',
    check: checkMegabytes,
  },
  'fail-on': {
    type: 'string',
    value: 'WHAT',
    about: 'exit with 1 if there is one: change',
    check: checkFailOn,
  },
  minimal: {
    type: 'boolean',
    about: 'create a site of two slides, without pictures, archetypes and workflows',
  },
  theme: {
    type: 'string',
    value: 'NAME',
    about: 'theme of a new site: one of deckwright or of reveal.js',
  },
  'diff-workflow': {
    type: 'boolean',
    about: 'add a workflow that shows what a pull request changes on the slides of a new site',
  },
  editable: {
    type: 'boolean',
    about: 'write text, lists, tables and pictures that PowerPoint can edit, not a picture of each slide',
  },
  size: {
    type: 'string',
    value: 'N',
    about: 'width of pictures in pixels (default: the width of the deck)',
    check: checkCount,
  },
  help: { type: 'boolean', short: 'h', about: 'show the flags of a command, with examples' },
  version: { type: 'boolean', short: 'v', about: 'show the version' },
  debug: { type: 'boolean', about: 'print a stack trace if deckwright itself fails' },
} as const satisfies Readonly<Record<string, FlagRow>>;

/** The name of a flag, without dashes. */
export type FlagName = keyof typeof flags;

/** The given values by flag. */
export type Values = {
  readonly [Name in FlagName]?: (typeof flags)[Name]['type'] extends 'string' ? string : boolean;
};

/** Flags that every command accepts. */
export const globalFlags: readonly FlagName[] = ['help', 'version', 'debug'];

/** Flags that select the site. */
export const siteFlags = [
  'source',
  'destination',
  'baseURL',
  'environment',
  'config',
] as const satisfies readonly FlagName[];

/** Flags that select which pages are built. */
export const pageFlags = [
  'buildDrafts',
  'buildFuture',
  'buildExpired',
] as const satisfies readonly FlagName[];

/** Flags of a server. */
export const listenFlags = ['port', 'bind', 'open', 'openBrowser'] as const satisfies readonly FlagName[];

/** Finds the row of a flag. */
export function formatFlag(name: FlagName): FlagRow {
  return flags[name];
}

/** Whether a flag of this name exists. */
export function isFlag(name: string): name is FlagName {
  return Object.hasOwn(flags, name);
}

/** Picks the values of some flags, leaving out those that were not given. */
export function pick<Name extends FlagName>(values: Values, names: readonly Name[]): Pick<Values, Name> {
  const entries = names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]));
  return Object.fromEntries(entries) as Pick<Values, Name>;
}
