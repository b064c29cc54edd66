import { expect, test } from 'vitest';
import { deckState, patchBetween, reuseSections } from '../../../src/bundle/server/live-deck.ts';
import { memoryFiles } from '../../../src/files.ts';
import { openSite, parseSite, standInClient } from '../../support/site.ts';

/** The state of the root deck of a site whose page has this text. */
function stateOf(body: string, frontMatter = ''): ReturnType<typeof deckState> {
  const files = memoryFiles(
    parseSite(`-- content/_index.md --\n+++\noutputs = ["Reveal"]\n${frontMatter}+++\n${body}`),
  );
  const pipeline = openSite(files);
  const [deck] = pipeline.decks().decks;
  if (!deck) throw new Error('the site has no deck');
  return deckState(pipeline.render(deck), pipeline, standInClient);
}

test.each([
  [
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
    [0, 1, 2],
  ],
  [
    ['a', 'b'],
    ['new', 'a', 'b'],
    ['new', 0, 1],
  ],
  [
    ['a', 'b', 'c'],
    ['c', 'a'],
    [2, 0],
  ],
  [
    ['a', 'a'],
    ['a', 'a', 'a'],
    [0, 1, 'a'],
  ],
  [[], ['a'], ['a']],
])('sections %j become %j by %j', (before, after, expected) => {
  expect(reuseSections(before, after)).toEqual(expected);
});

test('a patch starts from the revision that the page has, and names what stays', () => {
  const before = stateOf('# One\n\n---\n\n# Two\n');
  const after = stateOf('# Zero\n\n---\n\n# One\n\n---\n\n# Two, changed\n');
  const patch = patchBetween(before, after);
  expect(patch).toMatchObject({ outputPath: 'index.html', from: before.revision, to: after.revision });
  expect(patch?.sections).toEqual([after.sections[0], 0, after.sections[2]]);
  expect(patch?.gone).toEqual([[1, before.sections[1]]]);
});

test('a state depends on nothing but the deck', () => {
  expect(stateOf('# One\n').revision).toBe(stateOf('# One\n').revision);
});

test('a new title is a patch, another option is not', () => {
  expect(patchBetween(stateOf('# One\n'), stateOf('# One\n', 'title = "New"\n'))).toMatchObject({
    title: 'New',
    sections: [0],
  });
  expect(
    patchBetween(stateOf('# One\n'), stateOf('# One\n', '[reveal_hugo]\nloop = true\n')),
  ).toBeUndefined();
});
