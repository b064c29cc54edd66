/** The client as the bundler is given it: its entry, with the features that the decks of a site use. */
import path from 'node:path';
import type { Feature, RenderedDeck, StyleRequest } from '../types.ts';
import { styleName } from './looks.ts';
import { clientFolder } from './package-folder.ts';

/** The module that starts a deck. */
export const CLIENT_MODULE = 'virtual:deckwright/client';

/** The source of the client's module: each feature is loaded by a deck that asks for it, and by no other. */
export function clientModule(features: readonly Feature[]): string {
  const folder = clientFolder().split(path.sep).join('/');
  const loaders = features.map(
    (feature) => `  '${feature}': () => import('${folder}/features/${feature}.ts'),`,
  );
  return [`import { startDeck } from '${folder}/main.ts';`, 'startDeck({', ...loaders, '});', ''].join('\n');
}

/** What decks ask of the bundle: each feature and each look once, in a fixed order. */
export interface ClientRequest {
  readonly features: readonly Feature[];
  readonly styles: readonly StyleRequest[];
}

/** What these decks ask of the bundle. */
export function requestOf(decks: readonly RenderedDeck[]): ClientRequest {
  const looks = new Map(decks.map(({ style }) => [styleName(style), style]));
  return {
    features: [...new Set(decks.flatMap(({ features }) => features))].sort(),
    styles: [...looks.keys()].sort().flatMap((name) => looks.get(name) ?? []),
  };
}
