/** What pages have measured, as problems at the lines of the author. */
import { expect, test } from 'vitest';
import type { MeasuredSlide, RuleMeasure } from '../../src/client/protocol.ts';
import { memoryFiles } from '../../src/files.ts';
import { listFindings } from '../../src/serve/deck-findings.ts';
import { MeasuredDecks } from '../../src/serve/measured-decks.ts';
import { Problems } from '../../src/serve/problems.ts';
import type { RenderedDeck } from '../../src/types.ts';
import { openSite } from '../support/site.ts';

const HEAD = '+++\noutputs = ["Reveal"]\n+++\n';
const THREE = ['# One\n', '# Two\n\nlong\n', '# Three\n'];

function createSite(...slides: readonly string[]) {
  const texts: Record<string, string> = { 'content/_index.md': HEAD + slides.join('\n---\n\n') };
  const files = memoryFiles(texts);
  const pipeline = openSite(files);
  const logged: string[] = [];
  const log = (text: string): number => logged.push(text.split('\n')[0] ?? '');
  const timers: (() => void)[] = [];
  const problems = new Problems({ info: log, warn: log, error: log }, (run) => {
    timers.push(run);
    return () => timers.splice(0);
  });
  const decks = new MeasuredDecks({ open: { pipeline, files }, problems });
  const render = (): RenderedDeck => pipeline.render(pipeline.decks().decks[0]!);
  return {
    decks,
    render,
    /** What was logged, when nothing more follows. */
    logged: (): readonly string[] => {
      for (const run of timers.splice(0)) run();
      return logged.splice(0);
    },
    edit: (...next: readonly string[]): RenderedDeck => {
      texts['content/_index.md'] = HEAD + next.join('\n---\n\n');
      pipeline.update(['content/_index.md']);
      return render();
    },
    configure: (text: string): RenderedDeck => {
      texts['hugo.toml'] = text;
      pipeline.update(['hugo.toml']);
      return render();
    },
  };
}

const overflow = (excess: number): RuleMeasure => ({
  code: 'overflow',
  detail: 'bottom',
  values: { excess, size: 700, needed: 700 + excess },
  place: { name: 'p', text: 'long', path: 'p:1', searches: ['long'] },
});

const measured = (...slides: (readonly RuleMeasure[])[]): readonly MeasuredSlide[] =>
  slides.map((measures, h) => ({ h, v: 0, measures }));

test('a measure becomes a problem at the line of its text', () => {
  const { decks, render, logged } = createSite(...THREE);
  decks.take({ slides: measured([], [overflow(70)], []), isComplete: true }, render());
  expect(decks.of('index.html')).toMatchObject([
    {
      code: 'overflow',
      severity: 'warning',
      file: 'content/_index.md',
      line: 10,
      message: expect.stringMatching(/^slide 2 “Two”: content reaches 70 px \(10 %\)/),
      brief: expect.stringMatching(/^content reaches 70 px/),
    },
  ]);
  expect(logged()).toEqual(['warning overflow content/_index.md:10:1']);
});

test('other numbers are the same problem, and it moves with its line', () => {
  const { decks, render, edit, logged } = createSite(...THREE);
  decks.take({ slides: measured([], [overflow(70)], []), isComplete: true }, render());
  logged();
  decks.take({ slides: measured([], [overflow(80)], []), isComplete: true }, render());
  decks.follow(edit('# One\n\nmore\n', ...THREE.slice(1)), true);
  expect(decks.of('index.html')).toMatchObject([{ line: 12, brief: expect.stringContaining('80 px') }]);
  expect(logged()).toEqual([]);
});

test('a slide that has changed keeps its problem until it is measured again', () => {
  const { decks, render, edit, logged } = createSite(...THREE);
  decks.take({ slides: measured([], [overflow(70)], []), isComplete: true }, render());
  logged();
  const changed = edit('# One\n', '# Two\n\nlonger\n', '# Three\n');
  decks.follow(changed, true);
  expect(decks.of('index.html')).toEqual([]);
  // A page may report in between.
  decks.take({ slides: [{ h: 0, v: 0, measures: [] }], isComplete: false }, changed);
  expect(logged()).toEqual([]);
  decks.take({ slides: measured([], [], []), isComplete: true }, changed);
  expect(logged()).toEqual(['fixed: overflow content/_index.md:10']);
});

test('without an open page, nothing is known of a slide that has changed, and all of the others', () => {
  const { decks, render, edit, logged } = createSite(...THREE);
  decks.take({ slides: measured([], [overflow(70)], [overflow(7)]), isComplete: true }, render());
  logged();
  decks.follow(edit('# One\n', '# Two\n\nlonger\n', '# Three\n'), false);
  expect(decks.of('index.html')).toMatchObject([{ brief: expect.stringContaining(' 7 px') }]);
  expect(logged()).toEqual(['fixed: overflow content/_index.md:10']);
});

test('a page that has measured some slides says nothing of the others', () => {
  const { decks, render } = createSite(...THREE);
  decks.take({ slides: measured([], [overflow(70)], []), isComplete: true }, render());
  decks.take({ slides: [{ h: 2, v: 0, measures: [overflow(7)] }], isComplete: false }, render());
  expect(decks.of('index.html').map(({ slide }) => slide.number)).toEqual(['2', '3']);
});

test('levels of the site hold, and change with it', () => {
  const { decks, render, configure } = createSite(...THREE);
  decks.take({ slides: measured([], [overflow(70)], []), isComplete: true }, render());
  const severities = (): readonly string[] => decks.of('index.html').map(({ severity }) => severity);
  decks.follow(configure('[params.deckwright.checks]\noverflow = "off"\n'), true);
  expect(severities()).toEqual([]);
  decks.follow(configure('[params.deckwright.checks]\noverflow = "error"\n'), true);
  expect(severities()).toEqual(['error']);
});

test('a slide switches its checks off', () => {
  const { decks, render } = createSite('# One\n', '{{< slide checks-off="overflow" >}}\n\n# Two\n\nlong\n');
  decks.take({ slides: measured([overflow(1)], [overflow(70)]), isComplete: true }, render());
  expect(decks.of('index.html').map(({ slide }) => slide.number)).toEqual(['1']);
});

test.each([
  [{ h: 99, v: 0, measures: [overflow(1)] }],
  [{ h: -1, v: 0, measures: [overflow(1)] }],
  [{ h: 0, v: 7, measures: [overflow(1)] }],
  [{ h: 0, v: 0, measures: [{ ...overflow(1), code: 'contrast' }] }],
  [{ h: 0, v: 0, measures: [{ ...overflow(1), code: '__proto__' }] }],
])('%j is no problem of the deck', (slide) => {
  const { decks, render } = createSite(...THREE);
  decks.take({ slides: [slide], isComplete: true }, render());
  expect(decks.of('index.html')).toEqual([]);
});

test('pages get the problems by slide, and those of the deck first', () => {
  const { decks, render } = createSite(...THREE);
  const rendered = render();
  decks.take({ slides: measured([overflow(1)], [overflow(70)], []), isComplete: true }, rendered);
  const at = (line: number, file = 'content/_index.md') => ({
    code: 'link-broken' as const,
    severity: 'warning' as const,
    message: `in line ${line}`,
    hint: '',
    file,
    line,
    column: 1,
    frame: '',
  });
  const { findings } = listFindings('index.html', decks.describe(rendered), {
    built: [at(14), at(2), at(3, 'data/links.toml'), at(0)],
    measured: decks.of('index.html'),
    root: '/site',
  });
  expect(findings.map(({ message, slide }) => [message.slice(0, 12), slide?.number])).toEqual([
    ['in line 2', undefined],
    ['in line 3', undefined],
    ['in line 0', undefined],
    ['content reac', '1'],
    ['content reac', '2'],
    ['in line 14', '3'],
  ]);
  expect(findings.at(-1)).toMatchObject({
    position: { path: 'content/_index.md', line: 14, column: 1 },
    slide: { h: 2, v: 0, heading: 'Three' },
  });
  expect(findings[2]?.position).toBeUndefined();
});

test('of very many findings, pages get errors and what was measured', () => {
  const { decks, render } = createSite(...THREE);
  const rendered = render();
  decks.take({ slides: measured([], [], [overflow(7)]), isComplete: true }, rendered);
  const warning = {
    code: 'link-broken' as const,
    severity: 'warning' as const,
    message: 'dead',
    hint: '',
    file: 'content/_index.md',
    line: 4,
    column: 1,
    frame: '',
  };
  const error = { ...warning, severity: 'error' as const };
  const { findings, more } = listFindings('index.html', decks.describe(rendered), {
    built: [...Array.from({ length: 2000 }, () => warning), error],
    measured: decks.of('index.html'),
    root: '/site',
  });
  expect([findings.length, more]).toEqual([1000, 1002]);
  expect(findings[0]).toMatchObject({ severity: 'error' });
  expect(findings.at(-1)).toMatchObject({ code: 'overflow', slide: { number: '3' } });
});
