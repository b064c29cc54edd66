/** What templates ask of Hugo that is not done here, of the site and of the themes that its pages are written with. */
import { listMounted } from '../../site/mounts.ts';
import { type ParsedTemplate, parseTemplate } from '../../templates/gotemplate/parser.ts';
import { SyntaxFailure } from '../../templates/gotemplate/syntax-failure.ts';
import { type Mention, surveyTemplate } from '../../templates/gotemplate/survey.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import { spotAt } from './spots.ts';
import type { Trait, TraitKind } from './trait.ts';

/** Names that stand for one thing that is not done. */
interface Row {
  readonly kind: TraitKind;
  /** Functions, with their namespace; `images.` stands for all of one. */
  readonly functions: readonly string[];
  /** Methods, by their own name. */
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

/** They read a picture, or make one, and change none. */
const HARMLESS = new Set(['images.Config', 'images.QR']);

/** Old functions that read files of the site too, called with the path of one. */
const OWN_FILE_RE = /^(?:data\.)?(?:getJSON|getCSV\s+(?:"[^"]*"|`[^`]*`))\s+["`](?!https?:)/i;

/** Goes through the templates that were run so far; a template that nothing runs asks for nothing. */
export function surveyTemplateTraits({ files, config, uses }: SiteEnvironment): readonly Trait[] {
  return listMounted(files, config.mounts, 'layouts')
    .filter(({ source }) => !source.endsWith('.hbs') && uses.hasRead(source))
    .flatMap(({ source }) => traitsOf({ path: source, text: files.read(source) ?? '' }));
}

function traitsOf(source: { readonly path: string; readonly text: string }): readonly Trait[] {
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
    .map(({ kind, offset }) => ({ kind, spot: spotAt(source, offset) }));
}

/** What can't be read is told by whoever runs it. */
function parse(text: string): ParsedTemplate | undefined {
  try {
    return parseTemplate(text);
  } catch (error) {
    if (error instanceof SyntaxFailure) return undefined;
    throw error;
  }
}

const isFunction = (name: string, wanted: readonly string[]): boolean =>
  !HARMLESS.has(name) && wanted.some((one) => (one.endsWith('.') ? name.startsWith(one) : name === one));

const isMethod = ({ name }: Mention, wanted: readonly string[]): boolean =>
  name.split('.').some((part) => wanted.includes(part));
