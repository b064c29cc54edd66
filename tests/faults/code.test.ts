/** Faults of code and of Markdown in HTML that people met, as the pages of their sites have to be. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/files.ts';
import { buildSite, renderHtml } from '../support/site.ts';

/** The sections of a site's root deck, and the features that it asks for. */
function deckOf(name: string) {
  const site = buildSite(diskFiles(path.join(import.meta.dirname, name, 'site')));
  expect(site.diagnostics).toEqual([]);
  const [deck] = site.pipeline.decks().decks;
  if (!deck) throw new Error(`${name} has no deck`);
  return renderHtml(site.pipeline, deck);
}

const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');
const codeOf = (section: string | undefined): string =>
  textOf(/<code[^>]*>([\s\S]*?)<\/code>/.exec(section ?? '')?.[1] ?? '');
const countOf = (text: string | undefined, words: string): number => (text ?? '').split(words).length - 1;

test('code in HTML is coloured, trimmed, numbered and stepped', () => {
  const { sections, features } = deckOf('raw-code-steps');
  expect(codeOf(sections[1])).toBe('let first = 1;\nlet second = 2;\nlet sum = first + second;\n');
  expect(countOf(sections[1], 'hljs-keyword')).toBe(3);
  expect(countOf(sections[1], 'highlight-line')).toBe(1);
  expect(countOf(sections[1], 'fragment code-step')).toBe(1);
  expect(features).toContain('code-steps');
});

test('a section with data-markdown is a slide of that Markdown', () => {
  const { sections } = deckOf('client-markdown');
  expect(sections[1]).toContain('>Written as Markdown</h2>');
  expect(sections[1]).toContain('<li><em>one</em></li>');
  expect(sections[1]).not.toContain('<script');
});

test('steps of code have the places among fragments that they are given', () => {
  const { sections } = deckOf('code-steps-with-fragments');
  const indices = [...(sections[0] ?? '').matchAll(/data-fragment-index="(\d)"/g)].map(([, index]) => index);
  expect(indices).toEqual(['1', '2', '1', '2']);
});

describe('a number in front of lines', () => {
  test('is that of the first line', () => {
    const { sections } = deckOf('line-offset');
    expect(sections[0]).toContain('data-line-numbers="1|2" data-ln-start-from="40"');
    expect(sections.map((section) => countOf(section, 'code-step'))).toEqual([1, 1]);
  });
});
