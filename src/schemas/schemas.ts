/**
 * Creates the JSON Schemas for editors from the tables of options. Draft 7 is the version that the language servers of
 * TOML, YAML and JSON all support.
 */
import { frontMatterKeys, moreFrontMatterKeys } from '../site/options/front-matter.ts';
import type { KeyRows } from '../site/options/row.ts';
import { moreSiteKeys, siteKeys, siteParams } from '../site/options/site.ts';
import { logoOption } from '../site/options/theme-options.ts';
import { createCheckDefinitions } from './checks-schema.ts';
import { createRevealHugoDefinitions } from './reveal-hugo-schema.ts';
import { refTo, type Schema } from './schema.ts';
import { createKeySchema, createOptionSchema } from './value-schema.ts';

/** The file names of the schemas in `schemas/`. */
export type SchemaName = 'site.json' | 'deck.json';

/** Creates the schemas; `highlightThemes` are the styles of highlight.js. */
export function createSchemas(highlightThemes: readonly string[]): Readonly<Record<SchemaName, Schema>> {
  const definitions = {
    ...createRevealHugoDefinitions(highlightThemes),
    logo: createOptionSchema(logoOption),
    params: {
      type: ['object', 'null'],
      description: 'Front matter of your own.',
      properties: { reveal_hugo: refTo('reveal_hugo'), logo: refTo('logo') },
    },
    cascade: createCascadeSchema(),
  };
  return {
    'site.json': {
      ...createHead('Configuration of a deckwright site', '`hugo.toml`, `hugo.yaml` or `hugo.json`.'),
      properties: createSiteProperties(),
      definitions: { ...definitions, ...createCheckDefinitions() },
    },
    'deck.json': {
      ...createHead(
        'Front matter of a deckwright deck',
        'The block between `+++` or `---` at the top of a page.',
      ),
      properties: { ...createPageProperties(), cascade: refTo('cascade') },
      definitions,
    },
  };
}

/** Creates the head of a schema. Unknown keys are allowed: Hugo has more, and pages have their author's own. */
const createHead = (title: string, description: string): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title,
  description,
  type: 'object',
});

function createPageProperties(): Schema {
  return {
    ...createProperties(frontMatterKeys),
    ...createProperties(moreFrontMatterKeys),
    reveal_hugo: refTo('reveal_hugo'),
    logo: refTo('logo'),
    params: refTo('params'),
  };
}

const cascadeTarget: KeyRows = {
  target: {
    type: 'object',
    description: 'Patterns of the pages that it applies to: `path`, `kind`, `lang`, `environment`.',
  },
  _target: { type: 'object', description: 'The older name for `target`.' },
};

/** Creates the schema of `cascade`: a table, or a list of tables. */
function createCascadeSchema(): Schema {
  const properties = { ...createProperties(cascadeTarget), ...createPageProperties() };
  return {
    description: 'Front matter of all pages below, or of those that `target` matches.',
    type: ['object', 'array', 'null'],
    properties,
    items: { type: 'object', properties },
  };
}

function createSiteProperties(): Schema {
  const params = {
    ...createKeySchema(siteKeys.params),
    properties: {
      ...createProperties(siteParams),
      deckwright: { type: ['object', 'null'], properties: { checks: refTo('checks') } },
      reveal_hugo: refTo('reveal_hugo'),
      logo: refTo('logo'),
    },
  };
  const top = { ...createProperties(siteKeys), ...createProperties(moreSiteKeys) };
  return {
    ...top,
    params,
    cascade: refTo('cascade'),
    languages: {
      ...top['languages'],
      additionalProperties: { type: 'object', properties: { title: top['title'], params } },
    },
  };
}

/** Creates the schemas of a table's rows; rows such as `sitemap.filename` become nested tables. */
function createProperties(rows: KeyRows): Readonly<Record<string, Schema>> {
  const names = new Set(Object.keys(rows).map((key) => key.split('.', 1)[0] ?? ''));
  return Object.fromEntries([...names].map((name) => [name, createProperty(rows, name)]));
}

function createProperty(rows: KeyRows, name: string): Schema {
  const own = rows[name];
  if (own) return createKeySchema(own);
  const inner = Object.entries(rows).filter(([key]) => key.startsWith(`${name}.`));
  const below = Object.fromEntries(inner.map(([key, row]) => [key.slice(name.length + 1), row]));
  return { type: ['object', 'null'], properties: createProperties(below) };
}
