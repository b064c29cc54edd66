/** The state of an open deck, and patches from one state to the next. */
import { createHash } from 'node:crypto';
import type { DeckPatch, SlideLines } from '../client/protocol.ts';
import type { SitePipeline } from '../pipeline.ts';
import type { Client, ReadyDeck, Section } from '../types.ts';
import { findSlideLines } from './slide-lines.ts';

/** The state of a deck in an open page. */
export interface DeckState {
  readonly outputPath: string;
  readonly title: string;
  readonly sections: readonly string[];
  /** The HTML of the page around the slides, without its title. */
  readonly page: string;
  /** The hashes of the files that are published with the deck, by path. */
  readonly published: Readonly<Record<string, string>>;
  readonly slideLines: readonly SlideLines[];
  readonly revision: string;
}

/** What creating a state needs. */
export interface StateContext {
  readonly pipeline: SitePipeline;
  readonly client: Client;
  /** Reads the text of a file of the site. */
  readonly read: (file: string) => string;
  /** The digests of sections, which stay the same objects until they change. */
  readonly digests: WeakMap<Section, string>;
}

/** Creates the state of a deck.
 * @throws {DeckError} when a layout fails
 */
export function createDeckState(
  ready: ReadyDeck,
  { pipeline, client, read, digests }: StateContext,
): DeckState {
  const { rendered, files } = ready;
  const { deck, title } = rendered;
  const sections = rendered.sections.map(({ html }) => html);
  const page = pipeline.shell(ready, client);
  const published = Object.fromEntries(files.published.map(({ path, bytes }) => [path, digest(bytes)]));
  const digestSection = (section: Section): string => {
    const known = digests.get(section) ?? digest(section.html);
    digests.set(section, known);
    return known;
  };
  const contents = [page, title, rendered.sections.map(digestSection)];
  const revision = digest(JSON.stringify(contents)).slice(0, 16);
  const slideLines = findSlideLines(rendered, read);
  return { outputPath: deck.outputPath, title, sections, page, published, slideLines, revision };
}

const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');

/** Creates the patch between two states. */
export function createPatch(before: DeckState, after: DeckState): DeckPatch {
  const sections = reuseSections(before.sections, after.sections);
  return {
    outputPath: after.outputPath,
    from: before.revision,
    to: after.revision,
    title: after.title,
    count: before.sections.length,
    sections,
    removed: removedSections(before.sections, sections),
    ...pagePatch(before, after),
    slideLines: after.slideLines,
  };
}

/** Creates a patch with all slides, for pages that have changed theirs. */
export function createFullPatch(before: DeckState, after: DeckState): DeckPatch {
  const { outputPath, revision, title, sections, slideLines } = after;
  const all = { from: undefined, to: revision, count: undefined, removed: [] };
  return { outputPath, title, sections, slideLines, ...all, ...pagePatch(before, after) };
}

const pagePatch = (before: DeckState, after: DeckState): Pick<DeckPatch, 'page'> =>
  before.page === after.page ? {} : { page: { was: before.page, next: after.page } };

/** The paths of files that are published with both states, and changed between them. */
export function changedFiles(before: DeckState, after: DeckState): readonly string[] {
  return Object.keys(after.published).filter(
    (path) => path in before.published && before.published[path] !== after.published[path],
  );
}

/** Replaces every section that existed before by its index; each index is used once, the lowest first. */
export function reuseSections(before: readonly string[], after: readonly string[]): (number | string)[] {
  const indexes = new Map<string, number[]>();
  for (const [n, section] of before.entries()) indexes.set(section, [...(indexes.get(section) ?? []), n]);
  return after.map((section) => indexes.get(section)?.shift() ?? section);
}

/** How many sections of a deck a change has edited, added and removed. */
export interface SlideChanges {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** Counts what is different between two states. */
export function countChanges(before: DeckState, after: DeckState): SlideChanges {
  const reused = reuseSections(before.sections, after.sections);
  const kept = reused.filter((section) => typeof section === 'number').length;
  const [fresh, gone] = [after.sections.length - kept, before.sections.length - kept];
  const changed = Math.min(fresh, gone);
  return { changed, added: fresh - changed, removed: gone - changed };
}

/** The sections that are not reused, with their indexes, so that pages can match elements that they made from them. */
export function removedSections(
  before: readonly string[],
  reused: readonly (number | string)[],
): DeckPatch['removed'] {
  const reusedIndexes = new Set(reused);
  return before.flatMap((html, index) => (reusedIndexes.has(index) ? [] : [[index, html] as const]));
}
