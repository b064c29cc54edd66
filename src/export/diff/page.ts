/** A page that shows changes: pictures next to each other, on top of each other, or only what has changed. */
import { diffWordsWithSpace } from 'diff';
import { countOf } from '../../count-of.ts';
import { escapeHtml } from '../../escape-html.ts';
import type { DeckChanges, SlideChange, StepChange } from './compare-decks.ts';
import { countChanges, describeChange, nameOf, numberOf } from './describe.ts';
import { SCRIPT, STYLE } from './page-look.ts';

/** What the page and the summary show. */
export interface DiffFacts {
  /** The revision, as it was asked for. */
  readonly ref: string;
  /** The short hash of its commit. */
  readonly hash: string;
  /** The first line of its message. */
  readonly subject: string;
  readonly decks: readonly DeckChanges[];
}

/** The paths of the pictures of a step, relative to the page. */
export interface PicturePaths {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly marked: string | undefined;
}

/** Finds the pictures of a step of a change. */
export type FindPictures = (step: StepChange) => PicturePaths;

/** The ways to look at a change; the first one is chosen. */
const VIEWS = [
  ['side', 'Side by side'],
  ['onion', 'Onion skin'],
  ['marked', 'Only what changed'],
] as const;

/** Writes the page. */
export function writePage(facts: DiffFacts, find: FindPictures): string {
  const { ref, hash, subject, decks } = facts;
  const changed = decks.filter(({ kind }) => kind !== 'same');
  const same = decks.filter(({ kind }) => kind === 'same');
  const views = VIEWS.map(
    ([view, label], n) =>
      `<label><input type="radio" name="view" value="${view}"${n === 0 ? ' checked' : ''}> ${label}</label>`,
  );
  const none = '<p>All slides are as they were.</p>';
  const rest =
    same.length === 0
      ? ''
      : `<p class="same">${countOf(same.length, 'deck')} without changes: ${same.map(({ name }) => escapeHtml(name)).join(', ')}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Changes since ${escapeHtml(ref)}</title>
<style>
${STYLE}
</style>
</head>
<body data-view="side">
<header>
<h1>Changes since ${escapeHtml(ref)}</h1>
<p>${escapeHtml(`${hash} ${subject}`)} · ${countChanges(decks)}</p>
${changed.length > 0 ? `<fieldset><legend>Show</legend>${views.join('\n')}</fieldset>` : ''}
</header>
<main>
${changed.length > 0 ? changed.map((deck) => writeDeck(deck, find)).join('\n') : none}
${rest}
</main>
<script>
${SCRIPT}
</script>
</body>
</html>
`;
}

function writeDeck({ name, title, kind, changes, same }: DeckChanges, find: FindPictures): string {
  const whole = kind === 'added' || kind === 'removed' ? ` <span class="kind">${kind}</span>` : '';
  return `<section>
<h2>${escapeHtml(title || name)} <span class="name">${escapeHtml(name)}</span>${whole}</h2>
${changes.map((change) => writeChange(change, find)).join('\n')}
<p class="same">${countOf(same, 'slide')} without changes</p>
</section>`;
}

function writeChange(change: SlideChange, find: FindPictures): string {
  const { before, after, steps, hasOtherNotes } = change;
  const hasSteps = Math.max(before?.pictures.length ?? 0, after?.pictures.length ?? 0) > 1;
  const texts = [
    ...(before && after && before.text !== after.text ? [writeWords('Text', before.text, after.text)] : []),
    ...(hasOtherNotes ? [writeWords('Notes', before?.notes ?? '', after?.notes ?? '')] : []),
  ];
  const pictures = steps.map((step) => {
    const label = hasSteps ? `<p class="step">Step ${step.step + 1}</p>\n` : '';
    return `${label}${writeStep(find(step))}`;
  });
  return `<article tabindex="-1">
<h3><span class="number">${numberOf(change)}</span> ${escapeHtml(nameOf(change))} <span class="kind">${describeChange(change)}</span></h3>
${[...pictures, ...texts].join('\n')}
</article>`;
}

function writeStep({ before, after, marked }: PicturePaths): string {
  const figure = (kind: string, file: string | undefined, words: string): string =>
    file === undefined
      ? ''
      : `<figure class="${kind}"><img src="${escapeHtml(encodeURI(file))}" alt="${words}" loading="lazy"><figcaption>${words}</figcaption></figure>`;
  // A slide that is only on one side has one picture in every view.
  const isPair = before !== undefined && after !== undefined;
  const slider =
    '<input class="skin" type="range" min="0" max="100" value="50" aria-label="From before to after">';
  return `<div class="${isPair ? 'pair' : 'single'}">
${figure('before', before, 'Before')}
${figure('after', after, 'After')}
${figure('marked', marked, 'What changed')}
${isPair ? slider : ''}
</div>`;
}

/** Words that were removed and added. */
function writeWords(label: string, before: string, after: string): string {
  const words = diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    const text = escapeHtml(value);
    if (added) return `<ins>${text}</ins>`;
    return removed ? `<del>${text}</del>` : text;
  });
  return `<details open><summary>${label}</summary><p class="words">${words.join('')}</p></details>`;
}
