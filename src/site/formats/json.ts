/** The format JSON. */
import { callPackage } from '../../call-package.ts';
import { type Format, FormatError, firstLine, withoutByteOrderMark } from './format.ts';
import { tooDeep } from './nesting.ts';
import { createYamlLocator } from './yaml.ts';

/** Parses JSON as standardized. */
export const jsonFormat: Format = {
  name: 'JSON',
  extensions: ['json'],
  parse(text) {
    return callPackage(
      () => JSON.parse(withoutByteOrderMark(text)) as unknown,
      ({ reason, exhausted }) => {
        if (exhausted === 'stack') throw tooDeep(text);
        const at = /position (\d+)/.exec(reason)?.[1];
        throw new FormatError(firstLine(reason), at === undefined ? text.trimEnd().length : Number(at));
      },
    );
  },
  // JSON is a subset of YAML, whose parser keeps positions.
  createLocator: createYamlLocator,
};
