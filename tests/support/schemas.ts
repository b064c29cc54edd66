/** The schemas of editors, as the files of the package have them, and the tables of sites as an editor sees them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Files } from '../../src/files.ts';
import type { SchemaName } from '../../src/schemas/schemas.ts';
import { readConfigLayers } from '../../src/site/config/config-files.ts';
import { readFrontMatter } from '../../src/site/pages/front-matter.ts';

const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'schemas');

function validatorOf(name: SchemaName): ValidateFunction {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
  });
  // A word of editors.
  ajv.addVocabulary(['markdownDescription']);
  return ajv.compile(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as object);
}

const validators = { 'site.json': validatorOf('site.json'), 'deck.json': validatorOf('deck.json') };

/** What a schema refuses in a table, as `/reveal_hugo/transistion: …`; nothing where it takes all of it. */
export function refusals(name: SchemaName, table: unknown): readonly string[] {
  const validate = validators[name];
  // Editors know no dates: those of TOML are texts to them.
  validate(JSON.parse(JSON.stringify(table)));
  return (validate.errors ?? []).map(({ instancePath, params, message }) => {
    const { additionalProperty: key } = params as { additionalProperty?: string };
    return `${instancePath}${key === undefined ? '' : `/${key}`}: ${message}`;
  });
}

/** What the schemas refuse in a site: in its configuration at the root, and in the front matter of its pages. */
export function refusalsOfSite(files: Files): readonly string[] {
  const roots = readConfigLayers(files, { folder: '', environment: 'production' }, () => undefined).filter(
    ({ path: keys }) => keys.length === 0,
  );
  const pages = files.list('content').filter((file) => file.endsWith('.md'));
  return [
    ...roots.flatMap(({ table, location }) =>
      refusals('site.json', table).map((said) => `${location?.source.path} ${said}`),
    ),
    ...pages.flatMap((file) => {
      const source = { path: file, text: files.read(file) ?? '' };
      return refusals('deck.json', readFrontMatter(source, () => undefined).data).map(
        (said) => `${file} ${said}`,
      );
    }),
  ];
}
