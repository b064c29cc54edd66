/** Media types by file extension. */
import { GoObject } from '../../gotemplate/values.ts';

/** Media types with their extensions, the usual one first. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  'application/json': ['json', 'ipynb'],
  'application/manifest+json': ['webmanifest'],
  'application/pdf': ['pdf'],
  'application/toml': ['toml'],
  'application/wasm': ['wasm'],
  'application/xml': ['xml'],
  'application/yaml': ['yaml', 'yml'],
  'application/zip': ['zip'],
  'audio/mpeg': ['mp3'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/wav': ['wav'],
  'font/otf': ['otf'],
  'font/ttf': ['ttf'],
  'font/woff': ['woff'],
  'font/woff2': ['woff2'],
  'image/avif': ['avif'],
  'image/bmp': ['bmp'],
  'image/gif': ['gif'],
  'image/heic': ['heic', 'heif'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jif', 'jfif'],
  'image/png': ['png'],
  'image/svg+xml': ['svg'],
  'image/tiff': ['tif', 'tiff'],
  'image/webp': ['webp'],
  'image/x-icon': ['ico'],
  'text/asciidoc': ['adoc', 'asciidoc'],
  'text/calendar': ['ics'],
  'text/css': ['css'],
  'text/csv': ['csv'],
  'text/html': ['html', 'htm'],
  'text/javascript': ['js', 'mjs', 'jsm'],
  'text/jsx': ['jsx'],
  'text/markdown': ['md', 'mdown', 'markdown'],
  'text/plain': ['txt'],
  'text/tsx': ['tsx'],
  'text/typescript': ['ts', 'mts', 'cts'],
  'text/x-sass': ['sass'],
  'text/x-scss': ['scss'],
  'video/mp4': ['mp4', 'm4v'],
  'video/ogg': ['ogv'],
  'video/quicktime': ['mov'],
  'video/webm': ['webm'],
};

/** Hugo's `media.Type`: the type of a file. */
export class MediaType extends GoObject {
  readonly typeName = 'media.Type';
  readonly #type: string;
  readonly #suffixes: readonly string[];

  constructor(type: string, suffixes: readonly string[]) {
    super();
    this.#type = type;
    this.#suffixes = suffixes;
  }

  /** `image`, `text`. */
  get mainType(): string {
    return this.#type.split('/')[0] ?? '';
  }

  member(name: string): unknown {
    const [main = '', sub = ''] = this.#type.split('/');
    const members: Readonly<Record<string, unknown>> = {
      Type: this.#type,
      MainType: main,
      SubType: sub.split('+')[0],
      Suffixes: this.#suffixes,
      FirstSuffix: { Suffix: this.#suffixes[0] ?? '', FullSuffix: `.${this.#suffixes[0] ?? ''}` },
      String: () => this.#type,
    };
    return Object.hasOwn(members, name) ? members[name] : undefined;
  }

  override toString(): string {
    return this.#type;
  }
}

/** Finds the type of a file by its name. */
export function findMediaType(name: string): MediaType {
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const [type, suffixes] = Object.entries(TYPES).find(([, endings]) => endings.includes(ending)) ?? [
    'application/octet-stream',
    [ending],
  ];
  return new MediaType(type, suffixes);
}
