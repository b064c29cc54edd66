/** `.Site.Language` and `.Site.Languages`. */
import type { SiteConfig } from '../../types.ts';
import { isMap } from '../gotemplate/values.ts';
import { RowObject } from './members.ts';
import { normalizeParams } from './params.ts';

/** A language as templates see it. */
export class LanguageObject extends RowObject {
  readonly typeName = 'langs.Language';
  readonly code: string;
  readonly #config: SiteConfig;
  readonly #number: number;

  constructor(config: SiteConfig, number: number) {
    super();
    this.#config = config;
    this.#number = number;
    this.code = config.languages[number]?.code ?? config.languageCode;
  }

  override toString(): string {
    return this.code;
  }

  protected override read(name: string): unknown {
    const language = this.#config.languages[this.#number];
    const direction = directionOf(this.#config, this.code);
    const values: Readonly<Record<string, unknown>> = {
      Lang: this.code,
      Name: this.code,
      LanguageCode: language?.languageCode ?? this.code,
      Locale: language?.languageCode ?? this.code,
      LanguageName: language?.name ?? '',
      Label: language?.name ?? '',
      Direction: direction,
      LanguageDirection: direction,
      Title: language?.title ?? '',
      Weight: language?.weight ?? 0,
      Params: normalizeParams(language?.params ?? {}),
      IsDefault: language?.isDefault ?? true,
    };
    return values[name];
  }
}

/** Creates the languages of a site, sorted by weight; those without a weight come last. */
export function createLanguages(config: SiteConfig): readonly LanguageObject[] {
  const weightOf = ({ weight }: { readonly weight: number }): number => weight || Number.MAX_SAFE_INTEGER;
  return [...config.languages.entries()]
    .sort(([, a], [, b]) => weightOf(a) - weightOf(b) || (a.code < b.code ? -1 : 1))
    .map(([n]) => new LanguageObject(config, n));
}

/** Reads `direction` of a language, `languageDirection` before Hugo 0.158; empty if it is not set, as in Hugo. */
function directionOf({ raw }: SiteConfig, code: string): unknown {
  const { languages, ...own } = normalizeParams(raw);
  const table = isMap(languages) && isMap(languages[code]) ? languages[code] : {};
  return (
    [table['direction'], table['languagedirection'], own['direction'], own['languagedirection']].find(
      (value) => typeof value === 'string',
    ) ?? ''
  );
}
