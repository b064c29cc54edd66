/** Gives each path in the destination to one file, with those that only the bundle knows. */
import type { Diagnostic } from '../diagnostics.ts';
import { type OutputClaim, type PublishedPages, settleOutputs } from '../pipeline.ts';
import type { Output, PublishedAsset, ReadyDeck, StaticFile } from '../types.ts';
import { OFFLINE_WORKER } from './client/offline-worker.ts';

/** The files of a site that are made besides its pages. */
interface MadeFiles {
  readonly decks: readonly ReadyDeck[];
  /** The files of the client. */
  readonly bundled: readonly string[];
  readonly assets: readonly PublishedAsset[];
  /** Reads a file of the author. */
  readonly read: (source: string) => Uint8Array | undefined;
}

/** The files that get their paths. */
interface SettledFiles {
  /** Selects the page and the redirects of a deck. */
  ofDeck(deck: ReadyDeck, outputs: readonly Output[]): readonly Output[];
  readonly assets: readonly PublishedAsset[];
  /** Selects pages that are not decks, or static files. */
  select<F extends Output | StaticFile>(files: readonly F[]): readonly F[];
  /** Finds what asks for the file at a path. */
  findOwner(this: void, path: string): OutputClaim | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function settleFiles({ claims }: PublishedPages, made: MadeFiles): SettledFiles {
  const assets = new Map(made.assets.map((asset) => [asset.path, asset]));
  const isCopy = ({ kind, path, source }: OutputClaim): boolean => {
    const asset = kind === 'static file' && source ? assets.get(path) : undefined;
    return asset !== undefined && equals(made.read(source?.path ?? ''), asset.bytes);
  };
  const settled = settleOutputs([
    ...clientFiles(made).map((path) => ({ path, kind: 'bundle' as const, name: 'a file of the client' })),
    // The same file may be in `static/` and in `assets/`.
    ...claims.filter((claim) => !isCopy(claim)),
    ...[...assets.keys()].map((path) => ({ path, kind: 'asset' as const, name: `the asset ${path}` })),
  ]);
  const owners = new Map(settled.claims.map((claim) => [claim.path, claim]));
  const isOf = (output: Output, { head }: ReadyDeck['rendered']['deck']): boolean => {
    const owner = owners.get(output.path);
    return owner?.source === head.source && owner.output === undefined;
  };
  return {
    ofDeck: ({ rendered }, outputs) => outputs.filter((output) => isOf(output, rendered.deck)),
    assets: [...assets.values()].filter(({ path }) => owners.get(path)?.kind === 'asset'),
    select: (files) =>
      files.filter((file) => {
        const owner = owners.get('outputPath' in file ? file.outputPath : file.path);
        return 'outputPath' in file ? owner?.kind === 'static file' : owner?.output === file;
      }),
    findOwner: (path) => owners.get(path),
    diagnostics: settled.diagnostics,
  };
}

const equals = (found: Uint8Array | undefined, wanted: Uint8Array): boolean =>
  found !== undefined && Buffer.compare(found, wanted) === 0;

function clientFiles({ bundled, decks }: MadeFiles): readonly string[] {
  return decks.some(({ rendered }) => rendered.params.offline) ? [...bundled, OFFLINE_WORKER] : bundled;
}
