/** The entry modules of the client, with the features that the decks of a site use. */
import path from 'node:path';
import type { Feature, ReadyDeck, StyleRequest } from '../../types.ts';
import { allSubsets, subsetsForText } from '../styles/fonts.ts';
import { styleName } from '../styles/stylesheets.ts';
import { clientFolder } from '../package-folder.ts';
import type { ClientPackages } from '../packages.ts';
import { partsOf } from '../styles/reveal-styles.ts';

/** The module that starts a deck. */
export const CLIENT_MODULE = 'virtual:deckwright/client';

/** The module that is loaded after the classic script, which has started the deck. */
export const COMPANION_MODULE = 'virtual:deckwright/companion';

/** The file of `src/client/` that each module calls, and the function in it. */
const entries: Readonly<Record<string, readonly [file: string, start: string]>> = {
  [CLIENT_MODULE]: ['main.ts', 'startDeck'],
  [COMPANION_MODULE]: ['companion.ts', 'joinDeck'],
};

/** Whether a module is an entry of the client. */
export function isClientModule(id: string): boolean {
  return id in entries;
}

/** Whether a feature has a file in the client; `math` only needs the stylesheet. */
const hasFile = (feature: Feature): boolean => feature !== 'math';

/** Whether a feature is a chunk that only decks with it load. The others are too small for a request of their own. */
const isLarge = (feature: Feature): boolean => feature === 'mermaid';

/** The source of a module, with the features that the decks of a site use. */
export function clientModule(module: string, features: readonly Feature[]): string {
  const [file, start] = entries[module] ?? [];
  const folder = clientFolder().split(path.sep).join('/');
  const rows = features.filter(hasFile).map((feature, n) => {
    const from = `'${folder}/features/${feature}.ts'`;
    if (isLarge(feature)) return { head: [], row: `  '${feature}': () => import(${from}),` };
    const head = [`import * as feature${n} from ${from};`];
    return { head, row: `  '${feature}': () => Promise.resolve(feature${n}),` };
  });
  return [
    `import { ${start} } from '${folder}/${file}';`,
    ...rows.flatMap(({ head }) => head),
    `${start}({`,
    ...rows.map(({ row }) => row),
    '});',
    '',
  ].join('\n');
}

/** The inputs of a client: each feature and each stylesheet once, in a fixed order. */
export interface ClientRequest {
  readonly features: readonly Feature[];
  readonly styles: readonly StyleRequest[];
  /** The kinds of scripts that decks use. */
  readonly scripts: readonly ReadyDeck['scripts'][];
  /** Whether pages are opened from disk, where browsers load no modules: the companion is a single chunk then. */
  readonly isForDisk?: boolean;
  /** Whether the deck list is at the root of the site. */
  readonly hasList?: boolean;
  readonly packages: ClientPackages;
  /** The parts of reveal.js's stylesheet that the decks use. */
  readonly parts: readonly string[];
  /** The font subsets that the texts of the decks need. */
  readonly subsets: readonly string[];
}

/** Collects what decks need from the client. */
export function createClientRequest(decks: readonly ReadyDeck[], packages: ClientPackages): ClientRequest {
  const requests = decks.flatMap(({ style }) =>
    style.hasCriticalCss && style.look?.includes('read') ? [style, { ...style, isForPhones: true }] : [style],
  );
  const styles = new Map(requests.map((style) => [styleName(style), style]));
  return {
    features: [...new Set(decks.flatMap(({ features }) => features))].sort(),
    styles: [...styles.keys()].sort().flatMap((name) => styles.get(name) ?? []),
    scripts: [...new Set(decks.map(({ scripts }) => scripts))].sort(),
    hasList: !decks.some(({ rendered }) => rendered.deck.outputPath === 'index.html'),
    packages,
    parts: [...new Set(decks.flatMap(partsOf))].sort(),
    subsets: subsetsForDecks(decks),
  };
}

/** Finds the font subsets of decks: all subsets if scripts or stylesheets of the author may add other characters. */
function subsetsForDecks(decks: readonly ReadyDeck[]): readonly string[] {
  const isOpen = decks.some(({ scripts, files }) => scripts === 'classic' || files.styles.length > 0);
  if (isOpen) return allSubsets();
  const texts = decks.flatMap(({ rendered: { title, sections, slotFacts } }) => [
    title,
    slotFacts.characters,
    ...sections.map(({ facts }) => facts.characters),
  ]);
  return subsetsForText([...new Set(texts)].join(''));
}
