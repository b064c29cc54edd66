/** The files of a single page: which of them are inside, and what is left out. */
import { findTarget, type SitePlace } from './addresses.ts';
import { dataAddress } from './data-address.ts';

/** What a file is for. Stylesheets, scripts and fonts are always inside. */
export type FileKind = 'picture' | 'media' | 'frame';

/** Something that is not inside, and so needs the network or is missing. */
export interface LeftOut {
  /** The address as written. */
  readonly written: string;
  readonly reason: 'limit' | 'media' | 'frame' | 'foreign' | 'missing';
  /** The size of a file; 0 for others. */
  readonly bytes: number;
  /** Where it is loaded from; `undefined` if it is nowhere. */
  readonly address: string | undefined;
}

/** A file that a page uses. */
interface UsedFile {
  readonly kind: FileKind;
  readonly bytes: number;
  /** How often it is in the page: all places that share it count once. */
  readonly count: number;
  readonly isShared: boolean;
}

/** What places the files of a page. */
export interface FileBox {
  /**
   * The address to write instead of one; `undefined` if it stays as it is.
   * @param isShared whether it is the whole value of an attribute that `shareFiles` takes out; false by default
   */
  place(written: string, from: string, kind: FileKind, isShared?: boolean): string | undefined;
  /** Reports what is loaded from another host. */
  reportForeign(written: string): void;
  readonly used: ReadonlyMap<string, UsedFile>;
  readonly leftOut: readonly LeftOut[];
}

/** How files are placed. */
export interface Placing extends SitePlace {
  readonly read: (path: string) => Uint8Array | undefined;
  /** Whether a file gets inside. */
  readonly isInside: (path: string, kind: FileKind) => boolean;
  readonly media: 'embed' | 'link';
}

/** Addresses that load nothing, for what is left out and published nowhere. */
const NOTHING: Readonly<Record<FileKind, string>> = {
  picture: 'data:,',
  media: 'data:,',
  frame: 'about:blank',
};

/** Creates the box of a page. */
export function createFileBox(placing: Placing): FileBox {
  const used = new Map<string, UsedFile>();
  const leftOut = new Map<string, LeftOut>();
  const leave = (one: LeftOut, kind: FileKind): string => {
    leftOut.set(one.written, one);
    return one.address ?? NOTHING[kind];
  };
  const reportForeign = (written: string): void => {
    const address = written.trim();
    leftOut.set(written, { written, reason: 'foreign', bytes: 0, address });
  };
  return {
    used,
    get leftOut() {
      return [...leftOut.values()];
    },
    reportForeign,
    place(written, from, kind, isShared = false) {
      const target = findTarget(written, from, placing);
      if (target.kind === 'none') return undefined;
      if (target.kind === 'foreign') {
        reportForeign(target.address);
        return target.address;
      }
      const { path, rest } = target;
      const address =
        placing.origin === undefined ? undefined : publishedAddress(path + rest, placing.origin);
      if (kind === 'frame') return leave({ written, reason: 'frame', bytes: 0, address }, kind);
      const bytes = placing.read(path);
      if (!bytes) return leave({ written, reason: 'missing', bytes: 0, address: undefined }, kind);
      const { count = 0, isShared: wasShared = false } = used.get(path) ?? {};
      used.set(path, {
        kind,
        bytes: bytes.length,
        count: isShared && wasShared ? count : count + 1,
        isShared: isShared || wasShared,
      });
      if (placing.isInside(path, kind)) return dataAddress(path, bytes) + fragmentOf(rest);
      const reason = kind === 'media' && placing.media === 'link' ? 'media' : 'limit';
      return leave({ written, reason, bytes: bytes.length, address }, kind);
    },
  };
}

const publishedAddress = (path: string, origin: string): string => new URL(path, origin).href;

const fragmentOf = (rest: string): string => /#.*$/.exec(rest)?.[0] ?? '';

/** The size of bytes in base64. */
const inBase64 = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/**
 * Chooses the files that get inside: pictures in their order, then media, small ones first.
 * @param room how many bytes there are for them
 */
export function chooseInside(
  used: ReadonlyMap<string, Omit<UsedFile, 'isShared'>>,
  room: number,
): ReadonlySet<string> {
  const media = [...used].filter(([, { kind }]) => kind === 'media');
  const order = [
    ...[...used].filter(([, { kind }]) => kind === 'picture'),
    ...media.sort(([, a], [, b]) => a.bytes - b.bytes),
  ];
  let left = room;
  const inside = new Set<string>();
  for (const [path, { bytes, count }] of order) {
    const size = inBase64(bytes) * count;
    if (size > left) continue;
    left -= size;
    inside.add(path);
  }
  return inside;
}
