/** Shortcodes become the slides that stand beside them in `tests/fixtures/shortcodes/`. */
import { describe, expect, test } from 'vitest';
import { readFixtures, renderSections } from '../support/fixtures.ts';

/** Two shortcodes of an author stand beside the built-in ones. */
const AUTHORS = {
  'layouts/shortcodes/word.hbs': '{{params.[0]}}\n',
  'layouts/shortcodes/box.hbs': '<div class="box">{{{inner}}}</div>\n',
};

for (const { name, config, cases } of readFixtures('shortcodes')) {
  const files = { ...AUTHORS, 'hugo.yaml': config };

  describe(name, () => {
    for (const { title, input, expected } of cases) {
      test(title, () => expect(withoutGaps(renderSections(input, files))).toBe(withoutGaps(expected)));
    }

    test('all of them with the line ends of Windows', () => {
      for (const { title, input, expected } of cases) {
        const actual = renderSections(input.replaceAll('\n', '\r\n'), files);
        expect(withoutGaps(actual.replaceAll('\r', '')), title).toBe(withoutGaps(expected));
      }
    });
  });
}

/** What a shortcode took out of the text may leave a blank line between two tags: it says nothing. */
function withoutGaps(html: string): string {
  return html.replace(/>\n{2,}(?=<)/g, '>\n').trimEnd();
}
