/** The client as the bundler is given it: its entries, with the features that the decks of a site use. */
import path from 'node:path';
import type { Feature, ReadyDeck, StyleRequest } from '../../types.ts';
import { allSubsets, subsetsForText } from '../styles/fonts.ts';
import { styleName } from '../styles/stylesheets.ts';
import { clientFolder } from '../package-folder.ts';
import type { ClientPackages } from '../packages.ts';
import { partsOf } from '../styles/reveal-styles.ts';

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

/** Features that are loaded by the decks that use them. The others are smaller than a request of their own. */
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

/** What decks ask of the bundle: each feature and each look once, in a fixed order. */
export interface ClientRequest {
  readonly features: readonly Feature[];
  readonly styles: readonly StyleRequest[];
  /** How it comes into pages: each way that a deck asks for. */
  readonly scripts: readonly ReadyDeck['scripts'][];
  /** Whether pages are opened from a folder, where browsers load no modules: the companion is of one piece then. */
  readonly isForDisk?: boolean;
  /** Whether there is a list of the decks at the root of the site. */
  readonly hasList?: boolean;
  readonly packages: ClientPackages;
  /** The parts of reveal.js's stylesheet that they use. */
  readonly parts: readonly string[];
  /** The subsets of fonts that they are written in. */
  readonly subsets: readonly string[];
}

/** What these decks ask of the bundle. */
export function createClientRequest(decks: readonly ReadyDeck[], packages: ClientPackages): ClientRequest {
  const styles = new Map(decks.map(({ style }) => [styleName(style), style]));
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

/** Scripts and stylesheets of the author may bring letters that are not in the page. */
function subsetsForDecks(decks: readonly ReadyDeck[]): readonly string[] {
  const isOpen = decks.some(({ scripts, files }) => scripts === 'classic' || files.styles.length > 0);
  if (isOpen) return allSubsets();
  const texts = decks.flatMap(({ rendered: { title, sections, slotFacts } }) => [
    title,
    slotFacts.characters,
    ...sections.map(({ facts }) => facts.characters),
  ]);
  return subsetsForText(texts.join(''));
}
