/** The client as the bundler is given it: its entries, with the features that the decks of a site use. */
import path from 'node:path';
import type { Feature, RenderedDeck, StyleRequest } from '../types.ts';
import { styleName } from './looks.ts';
import { clientFolder } from './package-folder.ts';
import type { ClientPackages } from './packages.ts';

/** The module that starts a deck. */
export const CLIENT_MODULE = 'virtual:deckwright/client';

/** The module that comes behind the classic script, which has started the deck. */
export const COMPANION_MODULE = 'virtual:deckwright/companion';

/** The file of `src/client/` that each module calls, and the function in it. */
const entries: Readonly<Record<string, readonly [file: string, start: string]>> = {
  [CLIENT_MODULE]: ['main.ts', 'startDeck'],
  [COMPANION_MODULE]: ['companion.ts', 'joinDeck'],
};

/** Whether a module is one of these. */
export function isClientModule(id: string): boolean {
  return id in entries;
}

/** Features that are files of the client; what `math` needs is in the stylesheet. */
const hasFile = (feature: Feature): boolean => feature !== 'math';

/** The source of a module: each feature is loaded by a deck that asks for it, and by no other. */
export function clientModule(module: string, features: readonly Feature[]): string {
  const [file, start] = entries[module] ?? [];
  const folder = clientFolder().split(path.sep).join('/');
  const loaders = features
    .filter(hasFile)
    .map((feature) => `  '${feature}': () => import('${folder}/features/${feature}.ts'),`);
  return [`import { ${start} } from '${folder}/${file}';`, `${start}({`, ...loaders, '});', ''].join('\n');
}

/** What decks ask of the bundle: each feature and each look once, in a fixed order. */
export interface ClientRequest {
  readonly features: readonly Feature[];
  readonly styles: readonly StyleRequest[];
  /** How it comes into pages: each way that a deck asks for. */
  readonly scripts: readonly RenderedDeck['scripts'][];
  readonly packages: ClientPackages;
}

/** What these decks ask of the bundle. */
export function requestOf(decks: readonly RenderedDeck[], packages: ClientPackages): ClientRequest {
  const looks = new Map(decks.map(({ style }) => [styleName(style), style]));
  return {
    features: [...new Set(decks.flatMap(({ features }) => features))].sort(),
    styles: [...looks.keys()].sort().flatMap((name) => looks.get(name) ?? []),
    scripts: [...new Set(decks.map(({ scripts }) => scripts))].sort(),
    packages,
  };
}
