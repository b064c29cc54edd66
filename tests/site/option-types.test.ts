/** Options of reveal.js of a wrong type: told at their line, and left out. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { openSite } from '../support/site.ts';

/** What reveal.js gets of a line in a page, and what is told. */
function optionsOf(line: string, config = ''): { options: unknown; told: readonly unknown[] } {
  const pipeline = openSite(
    memoryFiles({
      'hugo.toml': config,
      'content/_index.md': `+++\noutputs = ["Reveal"]\n[reveal_hugo]\n${line}\n+++\n# A\n`,
    }),
  );
  const { decks, diagnostics } = pipeline.decks();
  expect(diagnostics).toEqual([]);
  const [rendered] = decks.map((deck) => pipeline.render(deck));
  const { center, controls, history, progress, transition, ...options } = rendered?.params.options ?? {};
  expect([center, history, progress, transition]).toEqual([true, true, true, 'slide']);
  return {
    options: controls === true ? options : { ...options, controls },
    told: (rendered?.diagnostics ?? []).map(({ code, severity, file, line, hint }) => [
      `${severity} ${code} ${file}:${line}`,
      hint,
    ]),
  };
}

describe('left out', () => {
  const UNIT = 'Sizes and times are numbers without a unit.';
  test.each([
    ['width = "wide"', 'Set it to a number or a percentage, or remove it.'],
    ['height = "700px"', `Did you mean 700? ${UNIT}`],
    ['width = "50vw"', `Did you mean 50? ${UNIT}`],
    ['width = true', 'Set it to a number or a percentage, or remove it.'],
    ['width = [960, 700]', 'Set it to a number or a percentage, or remove it.'],
    ['margin = "small"', 'Set it to a number, or remove it.'],
    ['margin = "4%"', `Did you mean 4? ${UNIT}`],
    ['max_scale = nan', 'Set it to a number, or remove it.'],
    ['auto_slide = "5s"', `Did you mean 5? ${UNIT}`],
    ['view_distance = {a = 1}', 'Set it to a number, or remove it.'],
    ['controls = 1', 'Set it to true or false or a string, or remove it.'],
    ['loop = "yes"', 'Set it to true or false, or remove it.'],
    ['keyboard = "none"', 'Set it to true or false or a table, or remove it.'],
    ['transition_speed = 3', 'Set it to a string, or remove it.'],
  ])('%s', (line, hint) => {
    expect(optionsOf(line)).toEqual({
      options: {},
      told: [['warning option-type content/_index.md:4', hint]],
    });
  });

  test('so that what the site says counts', () => {
    const { options, told } = optionsOf('width = "wide"', '[params.reveal_hugo]\nwidth = 1280\n');
    expect([options, told.length]).toEqual([{ width: 1280 }, 1]);
  });

  test('told in the configuration', () => {
    const { options, told } = optionsOf('', '[params.reveal_hugo]\nheight = "tall"\n');
    expect([options, told]).toMatchObject([{}, [['warning option-type hugo.toml:2', expect.any(String)]]]);
  });
});

test.each([
  ['width = "100%"', { width: '100%' }],
  ['width = "1280"', { width: '1280' }],
  ['margin = "0.1"', { margin: '0.1' }],
  ['controls = "false"', { controls: false }],
  ['loop = "true"', { loop: true }],
  ['slide_number = "c/t"', { slideNumber: 'c/t' }],
  ['auto_slide = false', { autoSlide: false }],
  ['keyboard = {27 = "none"}', { keyboard: { 27: 'none' } }],
  ['show_notes = "separate-page"', { showNotes: 'separate-page' }],
])('taken: %s', (line, options) => {
  expect(optionsOf(line)).toEqual({ options, told: [] });
});
