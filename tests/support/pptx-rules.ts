/** Rules of ECMA-376 for presentations, as far as programs that open them insist on them. */
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { findAll, readXml, type XmlElement } from './xml-tree.ts';

/** A presentation that was read. */
export interface ReadPptx {
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The XML parts by their paths. */
  readonly parts: ReadonlyMap<string, XmlElement>;
  /** The targets of a part by the ids of its relationships: paths, or addresses outside. */
  readonly targets: (part: string) => ReadonlyMap<string, { readonly type: string; readonly target: string }>;
}

/** Reads a presentation; XML that is not well-formed is an error. */
export function readPptx(bytes: Uint8Array): ReadPptx {
  const files = unzipSync(bytes);
  const parts = new Map<string, XmlElement>();
  for (const [name, content] of Object.entries(files))
    if (/\.(?:xml|rels)$/.test(name)) parts.set(name, readXml(strFromU8(content)));
  const targets: ReadPptx['targets'] = (part) => {
    const rels = parts.get(part.replace(/[^/]*$/, (name) => `_rels/${name}.rels`));
    return new Map(
      (rels?.children ?? []).map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
        const folder = path.posix.dirname(part);
        const target = TargetMode === 'External' ? Target : path.posix.join(folder, Target);
        return [Id, { type: Type.split('/').at(-1) ?? '', target }] as const;
      }),
    );
  };
  return { files, parts, targets };
}

/** The text of a slide or of its notes: a line for each paragraph and each line break. */
export function textOf(part: XmlElement | undefined): readonly string[] {
  if (!part) return [];
  return findAll(part, 'a:p').map((paragraph) =>
    paragraph.children
      .map(({ name, children }) =>
        name === 'a:br' ? '\n' : (children.find((one) => one.name === 'a:t')?.text ?? ''),
      )
      .join(''),
  );
}

/** The rules; each returns what is wrong. */
const rules: readonly ((pptx: ReadPptx) => readonly string[])[] = [
  everyPartHasAType,
  everyTypeHasAPart,
  everyRelationshipHasATarget,
  everyIdHasARelationship,
  idsAreUnique,
  childrenAreInOrder,
  masterIdsAreUnique,
  notesHaveAMaster,
  tablesAreComplete,
  valuesAreInRange,
];

/** Lists what breaks the rules. */
export const breaches = (bytes: Uint8Array): readonly string[] => {
  const pptx = readPptx(bytes);
  return rules.flatMap((rule) => rule(pptx));
};

function everyPartHasAType({ files, parts }: ReadPptx): readonly string[] {
  const types = parts.get('[Content_Types].xml')?.children ?? [];
  const known = new Set(
    types.map(({ attributes }) => attributes['PartName'] ?? `.${attributes['Extension']}`),
  );
  return Object.keys(files)
    .filter((name) => name !== '[Content_Types].xml')
    .filter((name) => {
      const [extension = ''] = /\.[^.]+$/.exec(name) ?? [];
      return extension === '.xml' ? !known.has(`/${name}`) : !known.has(extension);
    })
    .map((name) => `${name} has no content type`);
}

function everyTypeHasAPart({ files, parts }: ReadPptx): readonly string[] {
  const names = (parts.get('[Content_Types].xml')?.children ?? []).flatMap(
    ({ attributes }) => attributes['PartName'] ?? [],
  );
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...names.filter((name) => !(name.slice(1) in files)), ...twice].map(
    (name) => `no part, or twice: ${name}`,
  );
}

function everyRelationshipHasATarget({ files, parts }: ReadPptx): readonly string[] {
  return [...parts]
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([name, { children }]) => {
      const folder = path.posix.join(path.posix.dirname(name), '..');
      const ids = children.map(({ attributes }) => attributes['Id']);
      const repeated = new Set(ids).size === ids.length ? [] : [`${name} has an id twice`];
      const missing = children
        .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
        .map(({ attributes }) => path.posix.join(folder, attributes['Target'] ?? ''))
        .filter((target) => !(target in files));
      const invalid = children
        .filter(({ attributes }) => attributes['TargetMode'] === 'External')
        .filter(({ attributes }) => !URL.canParse(attributes['Target'] ?? ''));
      return [
        ...repeated,
        ...missing.map((target) => `${name}: no ${target}`),
        ...invalid.map(() => `${name}: no URL`),
      ];
    });
}

function everyIdHasARelationship({ parts, targets }: ReadPptx): readonly string[] {
  return [...parts]
    .filter(([name]) => !name.endsWith('.rels'))
    .flatMap(([name, root]) => {
      const known = targets(name);
      const used = new Set<string>();
      const visit = ({ attributes, children }: XmlElement): void => {
        for (const key of ['r:id', 'r:embed', 'r:link']) {
          const id = attributes[key];
          if (id !== undefined && id !== '') used.add(id);
        }
        children.forEach(visit);
      };
      visit(root);
      const isImplicit = ['slideLayout', 'slideMaster', 'notesMaster', 'notesSlide', 'theme', 'slide'];
      const idle = [...known].filter(
        ([id, { type }]) => !used.has(id) && !isImplicit.includes(type) && !/Props|tableStyles/.test(type),
      );
      return [
        ...[...used].filter((id) => !known.has(id)).map((id) => `${name}: no relationship ${id}`),
        ...idle.map(([id]) => `${name}: ${id} is not used`),
      ];
    });
}

function idsAreUnique({ parts }: ReadPptx): readonly string[] {
  return [...parts].flatMap(([name, root]) => {
    const ids = findAll(root, 'p:cNvPr').map(({ attributes }) => attributes['id']);
    return new Set(ids).size === ids.length ? [] : [`${name}: two shapes have one id`];
  });
}

function masterIdsAreUnique({ parts }: ReadPptx): readonly string[] {
  const ids = (kinds: readonly string[]): readonly number[] =>
    [...parts.values()].flatMap((root) =>
      kinds.flatMap((kind) => findAll(root, kind).map(({ attributes }) => Number(attributes['id']))),
    );
  const masters = ids(['p:sldMasterId', 'p:sldLayoutId']);
  const slides = ids(['p:sldId']);
  return [
    ...(new Set(masters).size === masters.length ? [] : ['two masters or layouts have one id']),
    ...(new Set(slides).size === slides.length ? [] : ['two slides have one id']),
    ...masters.filter((id) => id < 2_147_483_648).map((id) => `the id of a master is ${id}`),
    ...slides.filter((id) => id < 256 || id >= 2_147_483_648).map((id) => `the id of a slide is ${id}`),
  ];
}

function notesHaveAMaster({ parts, targets }: ReadPptx): readonly string[] {
  const notes = [...parts.keys()].filter((name) => /^ppt\/notesSlides\/[^/]+\.xml$/.test(name));
  const listed = [...targets('ppt/presentation.xml').values()].some(({ type }) => type === 'notesMaster');
  const without = notes.filter((name) => {
    const types = [...targets(name).values()].map(({ type }) => type);
    return !types.includes('notesMaster') || !types.includes('slide');
  });
  return [
    ...without.map((name) => `${name} has no master or slide`),
    ...(notes.length > 0 && !listed ? ['notes without a master in the presentation'] : []),
  ];
}

function tablesAreComplete({ parts }: ReadPptx): readonly string[] {
  return [...parts].flatMap(([name, root]) =>
    findAll(root, 'a:tbl').flatMap((table) => {
      const columns = findAll(table, 'a:gridCol').length;
      return findAll(table, 'a:tr')
        .filter((row) => row.children.filter((cell) => cell.name === 'a:tc').length !== columns)
        .map(() => `${name}: a row has another number of cells than the table has columns`);
    }),
  );
}

/** Values that programs refuse: `[element, attribute, minimum, maximum]`. */
const RANGES: readonly (readonly [string, string, number, number])[] = [
  ['p:sldSz', 'cx', 914_400, 51_206_400],
  ['p:sldSz', 'cy', 914_400, 51_206_400],
  ['a:ext', 'cx', 0, 27_273_042_316_900],
  ['a:ext', 'cy', 0, 27_273_042_316_900],
  ['a:rPr', 'sz', 100, 400_000],
  ['a:rPr', 'spc', -400_000, 400_000],
  ['a:pPr', 'marL', 0, 51_206_400],
  ['a:pPr', 'indent', -51_206_400, 51_206_400],
  ['a:pPr', 'lvl', 0, 8],
  ['a:spcPts', 'val', 0, 158_400],
  ['a:ln', 'w', 0, 20_116_800],
  ['a:alpha', 'val', 0, 100_000],
  ['a:buAutoNum', 'startAt', 1, 32_767],
  ['a:tr', 'h', 0, 27_273_042_316_900],
  ['a:gridCol', 'w', 0, 27_273_042_316_900],
];

function valuesAreInRange({ parts }: ReadPptx): readonly string[] {
  return [...parts].flatMap(([name, root]) =>
    RANGES.flatMap(([element, attribute, min, max]) =>
      findAll(root, element)
        .flatMap(({ attributes }) => attributes[attribute] ?? [])
        .filter((value) => !/^-?\d+$/.test(value) || Number(value) < min || Number(value) > max)
        .map((value) => `${name}: ${attribute} of ${element} is ${value}`),
    ),
  );
}

/** The children of elements in the order of the schema. */
const ORDER: Readonly<Record<string, string>> = {
  'p:presentation':
    'p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz p:defaultTextStyle p:extLst',
  'p:sldMaster': 'p:cSld p:clrMap p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst',
  'p:sldLayout': 'p:cSld p:clrMapOvr p:transition p:timing p:hf p:extLst',
  'p:sld': 'p:cSld p:clrMapOvr p:transition p:timing p:extLst',
  'p:notes': 'p:cSld p:clrMapOvr p:extLst',
  'p:notesMaster': 'p:cSld p:clrMap p:hf p:notesStyle p:extLst',
  'p:cSld': 'p:bg p:spTree p:custDataLst p:controls p:extLst',
  'p:spTree': 'p:nvGrpSpPr p:grpSpPr *',
  'p:sp': 'p:nvSpPr p:spPr p:style p:txBody p:extLst',
  'p:pic': 'p:nvPicPr p:blipFill p:spPr p:style p:extLst',
  'p:graphicFrame': 'p:nvGraphicFramePr p:xfrm a:graphic p:extLst',
  'p:nvSpPr': 'p:cNvPr p:cNvSpPr p:nvPr',
  'p:nvPicPr': 'p:cNvPr p:cNvPicPr p:nvPr',
  'p:cNvPr': 'a:hlinkClick a:hlinkHover a:extLst',
  'p:blipFill': 'a:blip a:srcRect a:tile a:stretch',
  'a:blipFill': 'a:blip a:srcRect a:tile a:stretch',
  'p:bgPr': 'a:noFill a:solidFill a:gradFill a:blipFill a:effectLst',
  'p:spPr': 'a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:gradFill a:blipFill a:ln a:effectLst',
  'a:ln': 'a:noFill a:solidFill a:prstDash a:round',
  'p:txBody': 'a:bodyPr a:lstStyle a:p',
  'a:txBody': 'a:bodyPr a:lstStyle a:p',
  'a:p': 'a:pPr a:r|a:br|a:fld a:endParaRPr',
  'a:pPr':
    'a:lnSpc a:spcBef a:spcAft a:buClrTx|a:buClr a:buSzPct a:buFontTx|a:buFont a:buNone|a:buAutoNum|a:buChar a:tabLst a:defRPr',
  'a:r': 'a:rPr a:t',
  'a:rPr':
    'a:ln a:noFill|a:solidFill a:effectLst a:highlight a:latin a:ea a:cs a:sym a:hlinkClick a:hlinkMouseOver a:rtl a:extLst',
  'a:tbl': 'a:tblPr a:tblGrid a:tr',
  'a:tc': 'a:txBody a:tcPr',
  'a:tcPr': 'a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr a:noFill|a:solidFill',
  'a:theme': 'a:themeElements a:objectDefaults a:extraClrSchemeLst',
  'a:themeElements': 'a:clrScheme a:fontScheme a:fmtScheme',
  'a:clrScheme':
    'a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink',
  'a:fmtScheme': 'a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst',
};

function childrenAreInOrder({ parts }: ReadPptx): readonly string[] {
  const faults: string[] = [];
  const visit = (name: string, element: XmlElement): void => {
    const order = ORDER[element.name]?.split(' ').map((group) => group.split('|'));
    let last = 0;
    for (const child of element.children) {
      visit(name, child);
      if (!order) continue;
      const at = order.findIndex((group) => group.includes(child.name) || group[0] === '*');
      if (at < last) faults.push(`${name}: ${child.name} is not allowed there in ${element.name}`);
      last = Math.max(at, last);
    }
  };
  for (const [name, root] of parts) visit(name, root);
  return faults;
}
