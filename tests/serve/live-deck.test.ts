import { expect, test } from 'vitest';
import { createDeckState, createPatch, reuseSections, createFullPatch } from '../../src/serve/live-deck.ts';
import { memoryFiles } from '../../src/files.ts';
import { readyDeck } from '../support/ready-deck.ts';
import { openSite, parseSite, testClient } from '../support/site.ts';

/** The state of the root deck of a site whose page has this text. */
function stateOf(body: string, frontMatter = ''): ReturnType<typeof createDeckState> {
  const files = memoryFiles(
    parseSite(`-- content/_index.md --\n+++\noutputs = ["Reveal"]\n${frontMatter}+++\n${body}`),
  );
  const pipeline = openSite(files);
  const [deck] = pipeline.decks().decks;
  if (!deck) throw new Error('the site has no deck');
  return createDeckState(readyDeck(pipeline.render(deck), pipeline.decks()), {
    pipeline,
    client: testClient,
    read: (file) => files.read(file) ?? '',
    digests: new WeakMap(),
  });
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
  const patch = createPatch(before, after);
  expect(patch).toMatchObject({ outputPath: 'index.html', from: before.revision, to: after.revision });
  expect(patch?.sections).toEqual([after.sections[0], 0, after.sections[2]]);
  expect(patch?.removed).toEqual([[1, before.sections[1]]]);
});

test('a state depends on nothing but the deck', () => {
  expect(stateOf('# One\n').revision).toBe(stateOf('# One\n').revision);
});

test('a new title is a patch, and another option comes with the page around the slides', () => {
  const before = stateOf('# One\n');
  const titled = createPatch(before, stateOf('# One\n', 'title = "New"\n'));
  expect(titled).toMatchObject({ title: 'New', sections: [0] });
  expect(titled.page).toBeUndefined();
  const { page, sections } = createPatch(before, stateOf('# One\n', '[reveal_hugo]\nloop = true\n'));
  expect(sections).toEqual([0]);
  expect(page?.was).not.toContain('"loop":true');
  expect(page?.next).toContain('"loop":true');
});

test('a page in doubt gets all slides', () => {
  const [before, after] = [stateOf('# One\n'), stateOf('# One\n\n---\n\n# Two\n')];
  expect(createFullPatch(before, after)).toMatchObject({ from: undefined, to: after.revision, removed: [] });
  expect(createFullPatch(before, after).sections).toEqual(after.sections);
});

test('every slide knows its file and its line, those of stacks and of shortcodes too', () => {
  const body =
    '\n# One\n\n---\n\n{{% section %}}\n\n# Top\n\n---\n\n# Below\n\n{{% /section %}}\n\n---\n\n# Last\n';
  expect(stateOf(body).slideLines).toEqual([{ file: 'content/_index.md', lines: [[5], [11, 15], [21]] }]);
});
