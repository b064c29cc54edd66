/** Shortcodes become the slides that stand beside them in `tests/fixtures/shortcodes/`. */
import { describe, expect, test } from 'vitest';
import { publishCases, readFixtures, renderSections } from '../support/fixtures.ts';

/** Shortcodes of an author stand beside the built-in ones, with data to show and pages to lead to. */
const AUTHORS = {
  'layouts/shortcodes/word.hbs': '{{params.[0]}}\n',
  'layouts/shortcodes/box.hbs': '<div class="box">{{{inner}}}</div>\n',
  'layouts/shortcodes/smile.html': ':-)\n',
  'layouts/shortcodes/old.html':
    '{{ $_hugo_config := `{ "version": 1 }` }}\n\n<i class="old">{{ .Inner }}</i>\n\n',
  'layouts/shortcodes/new.html': '\n\n<i class="new">{{ .Inner }}</i>\n\n',
  'layouts/shortcodes/rendered.html': '<section>{{ .Inner | markdownify }}</section>\n',
  'layouts/shortcodes/lines.html': '\none\ntwo\n',
  'layouts/shortcodes/hidden.hbs': '<!-- {{{inner}}} -->\n',
  'layouts/shortcodes/column.html':
    '{{ $_hugo_config := `{ "version": 1 }` }}\n<div class="column">\n    {{ .Inner }}\n</div>\n',
  'layouts/shortcodes/listing.html': '<div>\n{{ highlight (.Get 0) "js" "" }}\n</div>\n',
  'layouts/shortcodes/dir/deep.hbs': '<u>deep</u>\n',
  'data/slides.yaml':
    'two: |\n  # One\n\n  ---\n\n  {{< slide class="own" >}}\n\n  Two *b*\nPart: {bye: bye *x*}\n' +
    'pieces: "{{% fragment %}}one{{% /fragment %}}\\n\\ntwo"\n' +
    'shown: |\n  `{{</* slide 1 */>}}`\nboth: |\n  {{< slide class="own" >}}\n\n  `{{</* slide 1 */>}}`\n',
  'content/talk/_index.md': '+++\ntitle = "Talk"\n+++\n',
  'content/talk/one.md': '+++\ntitle = "One"\n+++\n',
  'content/other/one.md': '+++\ntitle = "Another"\n+++\n',
  'content/other/lone.md': '+++\ntitle = "Alone"\n+++\n',
};

for (const { name, config, cases } of readFixtures('shortcodes')) {
  const files = { ...AUTHORS, 'hugo.yaml': config };

  describe(name, () => {
    for (const { title, input, expected } of cases) {
      test(title, () => expect(withoutGaps(renderSections(input, files))).toBe(withoutGaps(expected)));
    }

    test('all of them are published', () => publishCases(cases, files));

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
