/** Drawings of characters as SVG: each stroke is a line, and each letter stands at its place. */
import { describe, expect, test } from 'vitest';
import { renderGoat } from '../src/goat.ts';

/** The shapes of a drawing in short: lines and arcs as paths, circles, arrows by their tips, words where they begin. */
function shapesOf(text: string): readonly string[] {
  return renderGoat(text)
    .inner.split('\n')
    .flatMap((shape) => {
      const [, path] = /<path d='([^']*)'/.exec(shape) ?? [];
      const [, x, y, fill] = /<circle cx='([^']*)' cy='([^']*)'.* fill='([^']*)'/.exec(shape) ?? [];
      const [, tip] = /<polygon points='([^ ]*)/.exec(shape) ?? [];
      const [, at, line, word] = /<text x='([^']*)' y='([^']*)'.*?>(.*)<\/text>/.exec(shape) ?? [];
      if (path) return [path];
      if (x && y) return [`${fill === 'none' ? 'o' : '*'} ${x},${y}`];
      if (tip) return [`> ${tip}`];
      return at && line && word ? [`${word} ${at.split(' ')[0]},${line}`] : [];
    });
}

/** Each drawing with its shapes, in the order in which they are written. */
const drawings: Readonly<Record<string, readonly [drawing: string, shapes: readonly string[]]>> = {
  'slanted lines and letters': [
    '   a\n  / \\\n b   c',
    ['M 20,8 L 12,24', 'M 28,8 L 36,24', 'a 24,4', 'b 8,36', 'c 40,36'],
  ],
  'a box, and words in it as one text': [
    '+----+\n| go |\n+----+',
    ['M 0,0 L 40,0', 'M 0,32 L 40,32', 'M 0,0 L 0,32', 'M 40,0 L 40,32', 'go 16,20'],
  ],
  'rounded corners': [
    " .-.\n|   |\n '-'",
    [
      'M 16,0 A 16,16 0 0,0 0,16',
      'M 16,0 A 16,16 0 0,1 32,16',
      'M 0,16 A 16,16 0 0,0 16,32',
      'M 32,16 A 16,16 0 0,1 16,32',
    ],
  ],
  arrows: [
    'a -> b <-\n\n|\nv',
    ['M 16,0 L 24,0', 'M 56,0 L 64,0', 'M 0,32 L 0,48', '> 32,0', '> 48,0', '> 0,56', 'a 0,4', 'b 40,4'],
  ],
  'arrows that slant, and that touch the line they point at': [
    ' ^\n/\n\n |\n v\n---',
    ['M 0,80 L 16,80', 'M 8,48 L 8,64', 'M 8,0 L 0,16', '> 14,-10.39', 'M 8,64 L 8,68', '> 8,80'],
  ],
  'circles, whose lines end where they begin': [
    'o--*\n|\no',
    ['M 6,0 L 24,0', 'M 0,6 L 0,26', 'o 0,0', '* 24,0', 'o 0,32'],
  ],
  'a line that goes over another': [
    ' |\n-(-\n |',
    ['M 8,8 A 9,9 0 0,0 8,24', 'M 0,16 L 8,16', 'M 8,16 L 16,16', 'M 8,-8 L 8,8', 'M 8,24 L 8,40'],
  ],
  'lines in the lower edge': [
    '  __\n /  \\\n \\__/',
    [
      'M 12,8 L 4,24',
      'M 36,24 L 28,40',
      'M 28,8 L 36,24',
      'M 4,24 L 12,40',
      'M 12,8 L 28,8',
      'M 12,40 L 28,40',
    ],
  ],
  'signs of words are text': [
    "It's ok. - a/b, v1 <br> x^2 (so) foo_bar *bold*",
    [
      "It's 0,4",
      'ok. 40,4',
      '- 72,4',
      'a/b, 88,4',
      'v1 128,4',
      '&lt;br&gt; 152,4',
      'x^2 192,4',
      '(so) 224,4',
      'foo_bar 264,4',
      '*bold* 328,4',
    ],
  ],
  'letters of a word are no circles and no arrows, whatever is below': [
    'foo\n |\n v\nvia',
    ['M 8,16 L 8,32', '> 8,40', 'foo 0,4', 'via 0,52'],
  ],
  'wide characters take two places': ['日本 ->', ['M 40,0 L 48,0', '> 56,0', '日本 4,4']],
  'shades and slanted lines of Unicode': ['╳', ['M -4,8 L 4,-8', 'M -4,-8 L 4,8']],
  'joints that join nothing are text': ['(o) ...', ['o 8,0', '( 0,4', ') 16,4', '... 32,4']],
};

describe('draws', () => {
  for (const [name, [drawing, shapes]] of Object.entries(drawings))
    test(name, () => {
      expect(shapesOf(drawing)).toEqual(shapes);
      expect(shapesOf(drawing.replaceAll('\n', '\r\n'))).toEqual(shapes);
    });
});

test('says how large a drawing is: a place is 8 points wide and 16 high', () => {
  expect(renderGoat('+--+\n+--+\n')).toMatchObject({ width: 40, height: 41 });
  expect(renderGoat('')).toMatchObject({ width: 8 });
});

test('takes the colour of the text around it', () => {
  const colours = renderGoat('o-->*\n|\na').inner.matchAll(/(?:fill|stroke)='([^']*)'/g);
  expect(new Set([...colours].map(([, colour]) => colour))).toEqual(new Set(['none', 'currentColor']));
});
