/**
 * Finds out from the names in a template what it may depend on. Tracking its run is not enough, because the values of a
 * page or site are computed once and cached. A name that is not known to be independent counts as a dependency.
 */
import type { Survey } from '../../templates/gotemplate/template.ts';
import type { DependencyKind } from './dependencies.ts';

/** Members that depend only on the page itself, on the configuration, or on a value. */
const INDEPENDENT_MEMBERS: ReadonlySet<string> = new Set([
  // Pages and shortcodes.
  'Title', 'LinkTitle', 'Description', 'Keywords', 'Params', 'Param', 'Draft', 'Weight', 'Kind', 'Type', 'Layout',
  'Slug', 'Section', 'Path', 'BundleType', 'IsHome', 'IsNode', 'IsSection', 'IsPage', 'IsDraft', 'File', 'Aliases',
  'ExpiryDate', 'RenderString', 'Language', 'Lang', 'Page', 'Site', 'RelPermalink', 'Permalink', 'Ref', 'RelRef',
  'Get', 'IsNamedParams', 'Inner', 'InnerDeindent', 'Name',
  // Render hooks.
  'Destination', 'Text', 'PlainText', 'Level', 'Anchor', 'Attributes', 'Options', 'IsBlock', 'PageInner', 'AlertType',
  'AlertTitle', 'AlertSign',
  // The site and its languages.
  'BaseURL', 'LanguageCode', 'Copyright', 'Author', 'Languages', 'IsMultiLingual', 'LanguagePrefix', 'BuildDrafts',
  'Config', 'IsServer', 'LanguageName', 'LanguageDirection', 'Locale', 'Label', 'IsDefault', 'Hugo',
  // Files, times and addresses.
  'Filename', 'Dir', 'LogicalName', 'BaseFileName', 'TranslationBaseName', 'ContentBaseName', 'Ext', 'Extension',
  'UniqueID', 'LineNumber', 'ColumnNumber', 'Offset', 'Format', 'Year', 'Month', 'Day', 'Hour', 'Minute', 'Second',
  'Weekday', 'YearDay', 'Unix', 'UTC', 'Local', 'Add', 'AddDate', 'Sub', 'After', 'Before', 'Equal', 'IsZero',
  'Scheme', 'Host', 'Hostname', 'Port', 'RawQuery', 'Query', 'Fragment', 'String',
  // Resources, and stores that a template has made for itself.
  'MediaType', 'MainType', 'SubType', 'Suffix', 'ResourceType', 'Publish', 'Width', 'Height', 'Resize', 'Fit', 'Fill',
  'Crop', 'Process', 'Filter', 'Set', 'Delete', 'SetInMap', 'DeleteInMap', 'GetSortedMapValues', 'Values',
]); // prettier-ignore

/** Functions with random results. Functions that read files or stores are tracked when they run. */
const RANDOM_FUNCTIONS: ReadonlySet<string> = new Set(['math.Rand', 'shuffle', 'collections.Shuffle']);

/** Functions that return objects: the name after their dot is a member. */
const OBJECT_FUNCTIONS: ReadonlySet<string> = new Set(['site', 'page', 'hugo']);

/** Members of `hugo` that do not depend on the site. */
const INDEPENDENT_HUGO_RE =
  /^(?:Environment|Generator|IsDevelopment|IsExtended|IsMultihost|IsMultilingual|IsProduction|Version)$/;

/** The dependencies of a template besides those that functions report when they run. */
export function readTemplateDependencies({ functions, fields }: Survey): ReadonlySet<DependencyKind> {
  return new Set([
    ...functions.flatMap(({ name }) => functionDependencies(name)),
    ...fields.flatMap(({ name }) => name.split('.').flatMap(memberDependencies)),
  ]);
}

function functionDependencies(name: string): readonly DependencyKind[] {
  const [first = '', member] = name.split('.');
  if (RANDOM_FUNCTIONS.has(name)) return ['site'];
  if (!OBJECT_FUNCTIONS.has(first) || member === undefined) return [];
  return first === 'hugo' && INDEPENDENT_HUGO_RE.test(member) ? [] : memberDependencies(member);
}

/** Members that depend on the position of a shortcode in its page. */
const POSITION_MEMBERS: ReadonlySet<string> = new Set(['Ordinal', 'Position']);

/** Keys of maps are in lower case; a name that begins with a capital letter may be a method. */
function memberDependencies(name: string): readonly DependencyKind[] {
  if (name === 'Data') return ['data'];
  if (POSITION_MEMBERS.has(name)) return ['position'];
  return /^\p{Lu}/u.test(name) && !INDEPENDENT_MEMBERS.has(name) ? ['site'] : [];
}
