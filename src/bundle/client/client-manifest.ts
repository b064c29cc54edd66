/** The manifest of a bundle, stored with its files in the cache. */
import type { CriticalCss, FontFile } from '../../types.ts';

/** The folder of the bundle in the destination. Files of earlier builds in it are deleted. */
export const ASSETS_FOLDER = 'deck-assets';

/** The manifest of any bundle. */
export interface Manifest {
  /** Paths relative to the destination. */
  readonly files: readonly string[];
}

/** The manifest of a client: its files, and which of them are the entries. */
export interface ClientManifest extends Manifest {
  /** The module that starts a deck; `undefined` if no deck uses it. */
  readonly script: string | undefined;
  /** The scripts of decks that have scripts of their author; `undefined` if there are none. */
  readonly classic: { readonly script: string; readonly companion: string } | undefined;
  /** The client of the deck list; `undefined` if there is none. */
  readonly list: ListFiles | undefined;
  /** The stylesheets, by `styleName`. */
  readonly styles: Readonly<Record<string, string>>;
  /** The critical CSS of first slides, by theme. */
  readonly criticalCss: Readonly<Record<string, CriticalCss>>;
}

/** The files of the deck list. */
export interface ListFiles {
  readonly script: string;
  readonly miniatureStyle: string;
  /** All files, each with the entry that loads it: pages that name the entry need the file. */
  readonly files: readonly { readonly file: string; readonly namedBy: string }[];
}

type Guard<T> = (value: unknown) => value is T;

const isText: Guard<string> = (value) => typeof value === 'string';
const isNumber: Guard<number> = (value) => typeof value === 'number';
const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';

const oneOf =
  <T extends string>(...words: readonly T[]): Guard<T> =>
  (value): value is T =>
    words.some((word) => word === value);

const maybe =
  <T>(isValue: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || isValue(value);

const listOf =
  <T>(isItem: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(isItem);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const recordOf =
  <T>(isItem: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isRecord(value) && Object.values(value).every(isItem);

/** Creates the guard of an object from a guard for each key. */
function shape<T>(guards: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const rows: readonly [string, (value: unknown) => boolean][] = Object.entries(guards);
  return (value): value is T => isRecord(value) && rows.every(([key, isValue]) => isValue(value[key]));
}

/** The first and the last code point. */
const isRange: Guard<FontFile['ranges'][number]> = (value): value is FontFile['ranges'][number] =>
  Array.isArray(value) && value.length === 2 && value.every(isNumber);

const isCriticalCss = shape<CriticalCss>({
  css: isText,
  conditionalRules: listOf(
    shape<CriticalCss['conditionalRules'][number]>({ css: isText, names: listOf(isText) }),
  ),
  fonts: listOf(
    shape<FontFile>({
      path: isText,
      roles: listOf(oneOf('heading', 'main')),
      isBold: isBoolean,
      isItalic: isBoolean,
      ranges: listOf(isRange),
    }),
  ),
});

/** Whether a value is the manifest of a bundle. */
export const isManifest = shape<Manifest>({ files: listOf(isText) });

/** Whether a value is the manifest of a client. */
export const isClientManifest = shape<ClientManifest>({
  files: listOf(isText),
  script: maybe(isText),
  classic: maybe(shape<NonNullable<ClientManifest['classic']>>({ script: isText, companion: isText })),
  list: maybe(
    shape<ListFiles>({
      script: isText,
      miniatureStyle: isText,
      files: listOf(shape<ListFiles['files'][number]>({ file: isText, namedBy: isText })),
    }),
  ),
  styles: recordOf(isText),
  criticalCss: recordOf(isCriticalCss),
});
