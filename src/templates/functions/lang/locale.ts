/** Locales for `Intl`. */

/** Resolves the locale of a language code: `pt-br` becomes `pt-BR`, and an invalid code English. */
export function resolveLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] ?? 'en';
  } catch (error) {
    if (error instanceof RangeError) return 'en';
    throw error;
  }
}
