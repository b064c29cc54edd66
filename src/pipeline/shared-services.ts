/** The tools of other stages that templates use. */
import { fillEmptyLines } from '../markup/code/code-lines.ts';
import { FormatError, formatNamed } from '../site/formats/formats.ts';
import { createPatternCompiler } from '../patterns.ts';
import { findTranslation, findUnreadableTranslations } from '../site/translations.ts';
import { writeFormat } from '../site/formats/write-format.ts';
import { isMap, TemplateFailure } from '../templates/gotemplate/values.ts';
import type { FormatName } from '../types.ts';
import type { SiteEnvironment } from './site-environment.ts';
import type { SharedServices } from './templates/site-templates.ts';

/** What the renderer itself does for templates. */
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
      // What a language does not say is said in that of the site, as in Hugo.
      const text = [language, config.languages[0]?.code ?? language]
        .map((code) => findTranslation(translations, code, key, readCount(data)))
        .find((found) => found !== undefined);
      const unread = text === undefined ? findUnreadableTranslations(translations, language) : undefined;
      if (unread !== undefined) {
        throw new TemplateFailure(
          `the text "${key}" may stand in ${unread}, which can't be read`,
          'Mend that file.',
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
      'Look at the text that is given to it.',
    );
  }
}

/** What decides between the forms of a text: a number, or `.Count`. */
function readCount(data: unknown): number | undefined {
  const count = isMap(data) ? (data['Count'] ?? data['count']) : data;
  return typeof count === 'number' ? count : undefined;
}
