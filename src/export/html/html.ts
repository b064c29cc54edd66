/** Exports decks as single pages, made from their built pages: no browser is needed. */
import { makeDeck, type MadeDeck } from '../../bundle/make-deck.ts';
import {
  collectFindings,
  createFailure,
  openAtRoot,
  type OpenSite,
  sortDiagnostics,
  stopsBuild,
} from '../../bundle/open-site.ts';
import { deckName } from '../../deck-name.ts';
import type { Diagnostic } from '../../diagnostics.ts';
import { readHtml } from '../../html.ts';
import type { ReadyDeck } from '../../types.ts';
import { chooseDecks, fileNameOf } from '../choose-decks.ts';
import { readDeckNotes } from '../notes/deck-notes.ts';
import { findOrigin } from '../open-export.ts';
import { outputFile, writeOutput } from '../output-files.ts';
import type { ExportOptions, ExportResult } from '../types.ts';
import { findTarget, type SitePlace } from './addresses.ts';
import { chooseInside, createFileBox, type FileBox, type LeftOut, type Placing } from './files.ts';
import { type CutFont, cutFonts, loadFontCutter, shownCharacters } from './cut-fonts.ts';
import { type FontUse, readFontUse } from './fonts.ts';
import { inlinePage } from './page.ts';
import { writePolicy } from './policy.ts';
import { reportLeftOut } from './report-left-out.ts';
import type { StyleContext } from './style.ts';
import { removeNotes } from './without-notes.ts';

/** Options of an export as single pages. */
export interface HtmlOptions extends Omit<ExportOptions, 'steps' | 'range' | 'limits'> {
  /** Whether videos and sounds are inside, as far as the limit allows; `embed` by default. */
  readonly media?: 'embed' | 'link';
  /** The size from which on pictures and media are left out, in bytes; 25 MB by default. */
  readonly maxBytes?: number;
  /** Leaves out all notes for the speaker. */
  readonly withoutNotes?: boolean;
}

/** The size that most mail servers accept. */
const MAX_BYTES = 25_000_000;

/**
 * Exports each deck as one page with all that it shows inside.
 * @throws {DeckError} if a deck has errors or does not exist
 */
export async function exportHtml(options: HtmlOptions): Promise<ExportResult> {
  const startedAt = performance.now();
  const step = options.onStep ?? (() => undefined);
  step('reading the site');
  // As for decks that are opened from disk: relative addresses, and scripts that are no modules.
  const variables = { ...(options.variables ?? process.env), HUGO_RELATIVEURLS: 'true' };
  const open = openAtRoot({ ...options, variables });
  const ready = chooseDecks(open, options).map((deck) =>
    open.findFiles(open.pipeline.render(deck), open.site),
  );
  const found = collectFindings(open, ready);
  if (stopsBuild(found, false)) throw createFailure(open, ready, found);
  const site = { basePath: open.site.config.basePath, origin: findOrigin(options) };
  const place = { output: options.output, decks: ready.length };
  const cutFont = loadFontCutter(open.root);
  const made: DeckPage[] = [];
  for (const deck of ready) {
    step(`building ${deckName(deck.rendered.deck)}`);
    made.push(await makePage(open, deck, { options, site, cutFont }));
  }
  const files = made.map(({ html, policy, deck }) => ({
    ...writeOutput(outputFile({ fileName: fileNameOf(deck.rendered.deck) }, '.html', place), html),
    policy,
  }));
  return {
    files,
    problems: [],
    warnings: [...sortDiagnostics(found), ...made.flatMap(({ warnings }) => warnings)],
    decks: made.length,
    slides: ready.reduce((sum, deck) => sum + countSlides(deck), 0),
    milliseconds: performance.now() - startedAt,
  };
}

const countSlides = ({ rendered }: ReadyDeck): number =>
  readDeckNotes(rendered, { name: '', language: '' }).slides.length;

/** The page of a deck. */
interface DeckPage {
  readonly deck: ReadyDeck;
  readonly html: string;
  readonly policy: string;
  readonly warnings: readonly Diagnostic[];
}

/** How pages are made. */
interface Making {
  readonly options: HtmlOptions;
  readonly site: SitePlace;
  /** Undefined where fonts stay as they are. */
  readonly cutFont: CutFont | undefined;
}

async function makePage(open: OpenSite, deck: ReadyDeck, making: Making): Promise<DeckPage> {
  const { options } = making;
  const made = await makeDeck(open, deck);
  const html = options.withoutNotes ? removeNotes(made.html) : made.html;
  const written = await writePage({ ...made, html }, deck, making);
  const isForeign = ({ reason, address }: LeftOut): boolean => reason === 'foreign' || address !== undefined;
  const { features, rendered } = deck;
  const addsStyles = features.includes('mermaid') || rendered.hasScripts || /\sdata-auto-animate/.test(html);
  const foreign = written.leftOut.filter(isForeign).flatMap(({ address }) => address ?? []);
  return {
    deck,
    html: written.html,
    policy: writePolicy(written.html, { foreign, addsStyles }),
    warnings: reportLeftOut(written.leftOut, deck),
  };
}

/** A page with what is not in it. */
interface WrittenPage {
  readonly html: string;
  readonly leftOut: readonly LeftOut[];
}

/** Writes a page twice: first with no pictures and media inside, to know how much room there is for which of them. */
async function writePage(
  made: MadeDeck,
  deck: ReadyDeck,
  { options, site, cutFont }: Making,
): Promise<WrittenPage> {
  const { media = 'embed', maxBytes = MAX_BYTES } = options;
  const { path: page, read, notices } = made;
  const fonts = readFontUse(
    made.html,
    stylesOf(made, site),
    deck.scripts === 'classic' && deck.rendered.hasScripts,
  );
  const write = (
    isInside: Placing['isInside'],
    readFont: StyleContext['readFont'],
  ): { readonly html: string; readonly box: FileBox } => {
    const box = createFileBox({ ...site, read, isInside, media });
    return { html: inlinePage(made.html, { page, site, box, fonts, read, readFont, notices }), box };
  };
  const readFont = cutFont && !fonts.isOpen ? await readCutFonts(write, read, fonts, cutFont) : read;
  const bare = write(() => false, readFont);
  const room = maxBytes - Buffer.byteLength(bare.html);
  const used = [...bare.box.used].filter(([, { kind }]) => media === 'embed' || kind !== 'media');
  const inside = chooseInside(new Map(used), room);
  const { html, box } = write((path) => inside.has(path), readFont);
  return { html, leftOut: box.leftOut };
}

/** Cuts the fonts that get inside; to know them, and all text, the page is written without them. */
async function readCutFonts(
  write: (isInside: Placing['isInside'], readFont: StyleContext['readFont']) => { readonly html: string },
  read: MadeDeck['read'],
  use: FontUse,
  cutFont: CutFont,
): Promise<StyleContext['readFont']> {
  const used = new Map<string, Uint8Array>();
  const { html } = write(
    () => false,
    (path) => {
      const bytes = read(path);
      if (bytes) used.set(path, bytes);
      return undefined;
    },
  );
  const cut = await cutFonts(used, shownCharacters(html, use), cutFont);
  return (path) => cut.get(path);
}

/** The text of all stylesheets that a page names. */
function stylesOf({ html, path: page, read }: MadeDeck, site: SitePlace): readonly string[] {
  return readHtml(html).flatMap((token) => {
    if (token.kind !== 'start' || token.name !== 'link') return [];
    const target = findTarget(token.attributes['href'] ?? '', page, site);
    const isStyle = target.kind === 'own' && target.path.endsWith('.css');
    const bytes = isStyle ? read(target.path) : undefined;
    return bytes ? [new TextDecoder().decode(bytes)] : [];
  });
}
