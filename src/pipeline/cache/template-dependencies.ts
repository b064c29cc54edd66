/**
 * How far a template of the author reaches into the site, told by the names in it. What templates see of a page or a
 * site is worked out once and kept, so a run does not tell; and a name that is not known to be harmless is not.
 */
import type { Survey } from '../../templates/gotemplate/template.ts';
import type { DependencyKind } from './dependencies.ts';

/** Members that say something of the page itself, of the configuration, or of a value. */
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

/** Functions that never give the same twice; those that read or remember something say so when they run. */
const RANDOM_FUNCTIONS: ReadonlySet<string> = new Set(['math.Rand', 'shuffle', 'collections.Shuffle']);

/** Functions that are objects: what stands behind their dot is a member. */
const OBJECT_FUNCTIONS: ReadonlySet<string> = new Set(['site', 'page', 'hugo']);

/** Of `hugo`, which has functions of its own. */
const INDEPENDENT_HUGO_RE =
  /^(?:Environment|Generator|IsDevelopment|IsExtended|IsMultihost|IsMultilingual|IsProduction|Version)$/;

/** What a template may use of the site, besides what is looked up by functions. */
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

/** Where a shortcode stands, and which of its page it is. */
const POSITION_MEMBERS: ReadonlySet<string> = new Set(['Ordinal', 'Position']);

/** Keys of maps are written small; one that begins with a capital letter may be more than a key. */
function memberDependencies(name: string): readonly DependencyKind[] {
  if (name === 'Data') return ['data'];
  if (POSITION_MEMBERS.has(name)) return ['position'];
  return /^\p{Lu}/u.test(name) && !INDEPENDENT_MEMBERS.has(name) ? ['site'] : [];
}
