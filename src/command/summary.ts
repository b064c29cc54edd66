/** Writes the last line of a build. */
import path from 'node:path';
import { countOf } from '../count-of.ts';
import type { BuildResult } from '../bundle/build.ts';

/** `2 decks, 9 slides, 3 notes, 14 assets, 0 warnings → public (1.2 MB, 340 ms)` */
export function formatSummary(result: BuildResult): string {
  const { decks, slides, notes, assets, warnings, bytes, destination, milliseconds } = result;
  const counts = [
    countOf(decks, 'deck'),
    countOf(slides, 'slide'),
    countOf(notes, 'note'),
    countOf(assets, 'asset'),
    countOf(warnings.length, 'warning'),
  ].join(', ');
  return `${counts} → ${destination} (${formatSize(bytes)}, ${formatTime(milliseconds)})`;
}

/** `2 pages skipped: they are not decks, and layouts/ has no layout for them` */
export function formatSkipped(pages: number, layoutDir: string): string {
  const [are, them] = pages === 1 ? ['it is not a deck', 'it'] : ['they are not decks', 'them'];
  return `${countOf(pages, 'page')} skipped: ${are}, and ${layoutDir}/ has no layout for ${them}`;
}

/** Why a deck is not built. */
const REASONS: Readonly<Record<BuildResult['hidden'][number]['reason'], string>> = {
  draft: 'draft',
  future: 'dated in the future',
  expired: 'expired',
};

/** `2 decks not built: content/a/_index.md (draft), content/b/_index.md (expired)` */
export function formatHidden(hidden: BuildResult['hidden']): string {
  const named = hidden.map(({ page, reason }) => `${page} (${REASONS[reason]})`);
  return `${countOf(hidden.length, 'deck')} not built: ${named.join(', ')}`;
}

/** Formats a size in decimal units, as file managers do: `1.2 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 999_500 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

function formatTime(milliseconds: number): string {
  return milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A file or folder inside the current folder as a relative path; any other path as it is. */
export function shownPath(file: string): string {
  const relative = path.relative('', file);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}
