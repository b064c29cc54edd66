/** The format JSON. */
import { type Format, FormatError, firstLine, withoutByteOrderMark } from './format.ts';
import { createYamlLocator } from './yaml.ts';

/** Parses JSON as standardized. */
export const jsonFormat: Format = {
  name: 'JSON',
  extensions: ['json'],
  parse(text) {
    try {
      return JSON.parse(withoutByteOrderMark(text));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const at = /position (\d+)/.exec(error.message)?.[1];
      throw new FormatError(firstLine(error.message), at === undefined ? text.trimEnd().length : Number(at));
    }
  },
  // JSON is a subset of YAML, whose parser keeps positions.
  createLocator: createYamlLocator,
};
