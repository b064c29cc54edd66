/** The services for templates that are the same for all pages. */
import { fillEmptyLines } from '../markup/code/code-lines.ts';
import { FormatError, formatNamed } from '../site/formats/formats.ts';
import { createPatternCompiler } from '../patterns.ts';
import { findTranslation, findUnreadableTranslations } from '../site/translations.ts';
import { writeFormat } from '../site/formats/write-format.ts';
import { isMap, TemplateFailure } from '../templates/gotemplate/values.ts';
import type { FormatName } from '../types.ts';
import type { SiteEnvironment } from './site-environment.ts';
import type { SharedServices } from './templates/site-templates.ts';

/** The services that the renderer provides itself. */
type RendererServices = Pick<SharedServices, 'renderMarkdown' | 'resolveRef'>;

export function createSharedServices(
  environment: SiteEnvironment,
  rendererServices: RendererServices,
): SharedServices {
  const { files, assets, isServer, now, variables, translations, config } = environment;
  return {
    ...rendererServices,
    files,
    assets,
    variables,
    site: {
      isServer,
      now,
      highlight: (text, language, options) =>
        fillEmptyLines(environment.highlight({ text, language, options, isForChroma: true }).html),
      canHighlight: (language) => environment.highlight({ text: ' ', language, isForChroma: true }).isKnown,
      renderMath: (tex, isDisplay) => environment.math(tex, isDisplay, rejectMath),
      compileSass: environment.compileSass,
      parse: parseData,
      compilePattern: createPatternCompiler(),
      stringify: writeFormat,
    },
    translate(language, key, data) {
      // As in Hugo, a missing translation is taken from the default language of the site.
      const text = [language, config.languages[0]?.code ?? language]
        .map((code) => findTranslation(translations, code, key, readCount(data)))
        .find((found) => found !== undefined);
      const unread = text === undefined ? findUnreadableTranslations(translations, language) : undefined;
      if (unread !== undefined) {
        throw new TemplateFailure(
          `the translation "${key}" may be in ${unread}, which can't be read`,
          'Fix that file.',
        );
      }
      return text;
    },
  };
}

function rejectMath({ message, hint }: { readonly message: string; readonly hint: string }): never {
  throw new TemplateFailure(message, hint);
}

function parseData(format: FormatName, text: string): unknown {
  try {
    return formatNamed(format).parse(text);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new TemplateFailure(
      `the ${format} can't be read: ${error.message}`,
      'Check the text passed to it.',
    );
  }
}

/** The number that selects the plural form of a translation: the data itself, or its `.Count`. */
function readCount(data: unknown): number | undefined {
  const count = isMap(data) ? (data['Count'] ?? data['count']) : data;
  return typeof count === 'number' ? count : undefined;
}
