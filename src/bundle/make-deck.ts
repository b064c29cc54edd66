/** Makes the page of one deck that is opened from disk, with a client for it alone, without writing any file. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readWhole } from '../files.ts';
import type { ReadyDeck } from '../types.ts';
import { provideClient } from './client/client-cache.ts';
import { createClientRequest } from './client/client-modules.ts';
import { NOTICES } from './client/notices.ts';
import { createClient } from './create-client.ts';
import type { OpenSite } from './open-site.ts';
import { clientPackages } from './packages.ts';

/** The page of a deck, and the files that it may refer to. */
export interface MadeDeck {
  /** The path of the page in the destination. */
  readonly path: string;
  readonly html: string;
  /** The licences of what is published with the page. */
  readonly notices: string;
  /** Reads a file by its path in the destination. */
  readonly read: (file: string) => Uint8Array | undefined;
}

/**
 * Makes a deck of a site that is open with `relativeURLs`.
 * @throws {DeckError} if its page can't be rendered
 */
export async function makeDeck({ root, site, pipeline }: OpenSite, ready: ReadyDeck): Promise<MadeDeck> {
  const request = createClientRequest([ready], clientPackages(root));
  const bundled = await provideClient({ ...request, hasList: false, isForDisk: true });
  const { outputPath } = ready.rendered.deck;
  const page = pipeline
    .publish(ready, createClient(bundled, true))
    .find((output) => output.path === outputPath);
  if (!page) throw new Error(`the deck has no page ${outputPath}`);
  const made = [...ready.files.published, ...pipeline.assets()];
  const assets = new Map(made.map((asset) => [asset.path, asset.bytes]));
  const inBundle = new Set(bundled.files);
  const readBundled = (file: string): Uint8Array => readFileSync(path.join(bundled.folder, file));
  const notices = bundled.files.find((file) => path.basename(file) === NOTICES);
  return {
    path: page.path,
    html: page.text,
    notices: notices === undefined ? '' : new TextDecoder().decode(readBundled(notices)),
    read(file) {
      if (inBundle.has(file)) return readBundled(file);
      const source = site.staticSources.get(file);
      return assets.get(file) ?? (source === undefined ? undefined : readWhole(path.join(root, source)));
    },
  };
}
