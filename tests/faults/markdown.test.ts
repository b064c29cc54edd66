/** Sites whose Markdown came out in another way than its authors meant. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles } from '../../src/files.ts';
import { buildSite, renderHtml } from '../support/site.ts';

function sectionsOf(name: string): string {
  const { pipeline, diagnostics } = buildSite(diskFiles(path.join(import.meta.dirname, name, 'site')));
  expect(diagnostics).toEqual([]);
  const { decks } = pipeline.decks();
  return decks.flatMap((deck) => renderHtml(pipeline, deck).sections).join('\n');
}

test('a heading with an emoji has the name of the emoji in its id, and links lead to it', () => {
  const sections = sectionsOf('emoji-heading-id');
  expect(sections.match(/<h\d id="[^"]*"/g)).toEqual([
    '<h1 id="opening"',
    '<h2 id="launch-rocket-day"',
    '<h2 id="1-votes"',
  ]);
  expect(sections).toContain('<a href="#launch-rocket-day">');
});

test('a fence of goat is drawn, in the colour of the text', () => {
  const sections = sectionsOf('goat');
  expect(sections).not.toContain('<pre');
  expect(sections).toContain('<div class="goat svg-container">\n<svg ');
  // The letters stand where they are typed, and there is a line for each stroke.
  expect(sections.match(/<text x='\d+' y='\d+' fill='currentColor'>[abc]<\/text>/g)).toHaveLength(3);
  expect(sections.match(/<path d='M [\d,]+ L [\d,]+' fill='none' stroke='currentColor'>/g)).toHaveLength(2);
});
