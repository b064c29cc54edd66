/** Finds unsupported features of Hugo that the templates of the site or its themes use. */
import { listMounted } from '../../site/mounts/mounts.ts';
import { type ParsedTemplate, parseTemplate } from '../../templates/gotemplate/parser.ts';
import { SyntaxFailure } from '../../templates/gotemplate/syntax-failure.ts';
import { type Mention, surveyTemplate } from '../../templates/gotemplate/template-survey.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { positionAt } from './locations.ts';
import type { SurveyFinding, SurveyFindingKind } from './finding.ts';

/** The functions and methods of one unsupported feature. */
interface Row {
  readonly kind: SurveyFindingKind;
  /** Functions with their namespace; `images.` means all functions of that namespace. */
  readonly functions: readonly string[];
  /** Methods by name. */
  readonly methods: readonly string[];
}

const rows: readonly Row[] = [
  {
    kind: 'image-processing',
    functions: ['images.'],
    methods: ['Resize', 'Fit', 'Fill', 'Crop', 'Process', 'Filter', 'Colors', 'Exif'],
  },
  {
    kind: 'remote-file',
    functions: ['resources.GetRemote', 'getJSON', 'getCSV', 'data.GetJSON', 'data.GetCSV'],
    methods: [],
  },
  {
    kind: 'script-tool',
    functions: [
      'js.Build', 'js.Babel', 'babel', 'resources.Babel', 'css.PostCSS', 'postCSS', 'resources.PostCSS', 'css.TailwindCSS',
      'css.Build',
    ], // prettier-ignore
    methods: [],
  },
];

/** Functions of `images` that are supported: they read or create an image without processing one. */
const IGNORED = new Set(['images.Config', 'images.QR']);

/** Calls of deprecated functions with the path of a local file, which is supported. */
const OWN_FILE_RE = /^(?:data\.)?(?:getJSON|getCSV\s+(?:"[^"]*"|`[^`]*`))\s+["`](?!https?:)/i;

/** Examines the templates that have been run so far; an unused template needs no feature. */
export function surveyTemplateFindings({
  files,
  config,
  dependencies,
}: SiteEnvironment): readonly SurveyFinding[] {
  return listMounted(files, config.mounts, 'layouts')
    .filter(({ source }) => !source.endsWith('.hbs') && dependencies.hasRead(source))
    .flatMap(({ source }) => findTemplateFindings({ path: source, text: files.read(source) ?? '' }));
}

function findTemplateFindings(source: {
  readonly path: string;
  readonly text: string;
}): readonly SurveyFinding[] {
  const parsed = parse(source.text);
  if (!parsed) return [];
  const { functions, fields } = surveyTemplate(parsed);
  const found = rows.flatMap(({ kind, ...names }) =>
    [
      ...functions.filter(
        ({ name, offset }) =>
          isFunction(name, names.functions) && !OWN_FILE_RE.test(source.text.slice(offset)),
      ),
      ...fields.filter((field) => isMethod(field, names.methods)),
    ].map(({ offset }) => ({ kind, offset })),
  );
  return found
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ kind, offset }) => ({ kind, position: positionAt(source, offset) }));
}

/** Parses a template; `undefined` if it has a syntax error, which is reported when the template is run. */
function parse(text: string): ParsedTemplate | undefined {
  try {
    return parseTemplate(text);
  } catch (error) {
    if (error instanceof SyntaxFailure) return undefined;
    throw error;
  }
}

const isFunction = (name: string, wanted: readonly string[]): boolean =>
  !IGNORED.has(name) && wanted.some((one) => (one.endsWith('.') ? name.startsWith(one) : name === one));

const isMethod = ({ name }: Mention, wanted: readonly string[]): boolean =>
  name.split('.').some((part) => wanted.includes(part));
