/** The background and the sizes that the layout of a slide needs. */
import { expect, test } from 'vitest';
import { layoutAttributes } from '../../src/render/slide-layout.ts';

const added = (attributes: Record<string, string>, html = ''): Record<string, string> => {
  const { 'data-layout': _, ...others } = layoutAttributes({ attributes, html });
  return others;
};

test('a slide without a layout stays as it is', () => {
  const attributes = { class: 'a' };
  expect(layoutAttributes({ attributes, html: '<h2>Title</h2>' })).toBe(attributes);
});

test('the letters of the title, entities decoded', () => {
  expect(
    added({ 'data-layout': 'cover' }, '<p>x</p><h1>Fish &amp; <em>chips</em></h1><h2>More</h2>'),
  ).toEqual({
    style: '--deck-letters:12',
  });
  expect(added({ 'data-layout': 'statement' }, '<p>Never.</p><p>x</p>')).toEqual({
    style: '--deck-letters:6',
  });
  expect(added({ 'data-layout': 'cover', style: 'color: red;' }, '<h1>One</h1>')).toEqual({
    style: 'color: red;--deck-letters:3',
  });
});

test('the lines and columns of code', () => {
  const html = '<h2>A</h2><pre><code><span>if (a)\n</span>  b &lt; c;\n</code></pre><pre>x</pre>';
  expect(added({ 'data-layout': 'code' }, html)).toEqual({
    style: '--deck-letters:1;--deck-code-lines:2;--deck-code-columns:8',
  });
});

test('line numbers take columns, too', () => {
  const html =
    '<pre><code><span class="code-line"><span class="hljs-ln-numbers"></span>abc</span></code></pre>';
  expect(added({ 'data-layout': 'code' }, html)).toEqual({
    style: '--deck-code-lines:1;--deck-code-columns:7',
  });
});

test('a background, unless the slide has one', () => {
  expect(added({ 'data-layout': 'section' })).toEqual({ 'data-background-color': 'var(--deck-accent)' });
  expect(added({ 'data-layout': 'section', 'data-background-image': 'a.png' })).toEqual({
    'data-background-image': 'a.png',
  });
  expect(added({ 'data-layout': 'constructor' })).toEqual({});
});
