/** The parts of a package, their relationships and content types, and the archive that contains them. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Media, MediaFormat } from './model.ts';
import { xml, xmlDocument } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The namespaces of the elements of presentations. */
export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': OFFICE,
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;

/** Kinds of relationships: the last word of their addresses. */
export type RelationshipKind =
  | 'officeDocument'
  | 'extended-properties'
  | 'core-properties'
  | 'slideMaster'
  | 'slideLayout'
  | 'slide'
  | 'notesMaster'
  | 'notesSlide'
  | 'theme'
  | 'presProps'
  | 'viewProps'
  | 'tableStyles'
  | 'image'
  | 'hyperlink';

/** The relationships of one part. */
export interface Relationships {
  /** The id of the relationship to a part, by its path in the package. */
  to(kind: RelationshipKind, path: string): string;
  /** The id of the relationship to an address outside of the package. */
  toUrl(url: string): string;
}

/** A package that is being written. */
export interface PackageWriter {
  /** Adds a part: the function gets its relationships, and returns its XML. */
  add(path: string, type: string, write: (relationships: Relationships) => string): void;
  /** Adds a picture, or finds the same one; returns its path. */
  addMedia(media: Media): string;
  /** The bytes of the archive. */
  finish(): Uint8Array;
}

const MEDIA_TYPES: Readonly<Record<MediaFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/** Dates of archives have no time zone: a local date is the same everywhere. */
const NO_DATE = new Date(1980, 0, 1);

/** Creates an empty package. */
export function createPackage(): PackageWriter {
  const parts = new Map<string, Uint8Array>();
  const types = new Map<string, string>();
  const formats = new Set<MediaFormat>();
  const findMedia = createMediaNames();
  const addRelationships = (path: string, rows: readonly string[]): void => {
    if (rows.length === 0 && path !== '') return;
    const root = xml('Relationships', { xmlns: `${PACKAGE}/relationships` }, rows);
    parts.set(relationshipsPath(path), strToU8(xmlDocument(root)));
  };
  return {
    add(path, type, write) {
      const { relationships, rows } = createRelationships(path);
      const content = write(relationships);
      if (path !== '') {
        parts.set(path, strToU8(xmlDocument(content)));
        types.set(path, type);
      }
      addRelationships(path, rows);
    },
    addMedia(media) {
      const path = findMedia(media);
      formats.add(media.format);
      parts.set(path, media.bytes);
      return path;
    },
    finish: () => zip(writeTypes(types, formats), parts),
  };
}

function createMediaNames(): (media: Media) => string {
  const byLength = new Map<number, { readonly media: Media; readonly path: string }[]>();
  let count = 0;
  return (media) => {
    const same = byLength.get(media.bytes.length) ?? [];
    const found = same.find(
      (one) => one.media.format === media.format && Buffer.compare(one.media.bytes, media.bytes) === 0,
    );
    if (found) return found.path;
    const path = `ppt/media/image${++count}.${media.format}`;
    byLength.set(media.bytes.length, [...same, { media, path }]);
    return path;
  };
}

const relationshipsPath = (path: string): string => path.replace(/[^/]*$/, (name) => `_rels/${name}.rels`);

function createRelationships(path: string): { relationships: Relationships; rows: readonly string[] } {
  const rows: string[] = [];
  const ids = new Map<string, string>();
  const add = (key: string, attributes: Readonly<Record<string, string>>): string => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `rId${rows.length + 1}`;
    ids.set(key, id);
    rows.push(xml('Relationship', { Id: id, ...attributes }));
    return id;
  };
  const relationships: Relationships = {
    to: (kind, target) => {
      const namespace = kind === 'core-properties' ? `${PACKAGE}/relationships/metadata` : OFFICE;
      return add(`${kind} ${target}`, { Type: `${namespace}/${kind}`, Target: relativePath(path, target) });
    },
    toUrl: (url) => add(`url ${url}`, { Type: `${OFFICE}/hyperlink`, Target: url, TargetMode: 'External' }),
  };
  return { relationships, rows };
}

function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  while (here.length > 0 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.map(() => '..'), ...there].join('/');
}

function writeTypes(types: ReadonlyMap<string, string>, formats: ReadonlySet<MediaFormat>): Uint8Array {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...[...formats].sort().map((format) => [format, MEDIA_TYPES[format]]),
  ];
  const root = xml('Types', { xmlns: `${PACKAGE}/content-types` }, [
    ...defaults.map(([extension, type]) => xml('Default', { Extension: extension, ContentType: type })),
    ...[...types].map(([path, type]) => xml('Override', { PartName: `/${path}`, ContentType: type })),
  ]);
  return strToU8(xmlDocument(root));
}

function zip(types: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  // The list of types is read first.
  files['[Content_Types].xml'] = [types, { level: 6 }];
  for (const [path, bytes] of parts) {
    const isPacked = /\.(?:png|jpeg|gif)$/.test(path);
    files[path] = [bytes, { level: isPacked ? 0 : 6 }];
  }
  return zipSync(files, { mtime: NO_DATE });
}
