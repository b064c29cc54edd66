/** Misspelt attributes of slides, and values that reveal.js does not understand. */
import { describe, expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';

const found = (body: string, more = ''): readonly string[] => {
  const site = `\n-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n\n# One\n\n---\n\n${body}\n${more}`;
  return buildSite(site).diagnostics.map(
    ({ code, message, hint, line, column }) => `${line}:${column} ${code} ${message}. ${hint}`,
  );
};

describe('names', () => {
  test.each([
    ['backgroud-color="red"', 'background-color'],
    ['bakground-image="a.png"', 'background-image'],
    ['transitions="fade"', 'transition'],
    ['auto_animate="true"', 'auto-animate'],
    ['autoanimate="true"', 'auto-animate'],
    ['visiblity="hidden"', 'visibility'],
    ['note="Words"', 'notes'],
    ['stat="dark"', 'state'],
    ['timng="30"', 'timing'],
    ['checks-of="image-missing"', 'checks-off'],
  ])('%s', (attribute, nearest) => {
    const [name] = attribute.split('=');
    expect(found(`{{< slide ${attribute} >}}\n# Two`)).toEqual([
      `9:11 attribute-unknown the slide has the attribute ${name}, which reveal.js does not read. Did you mean "${nearest}"?`,
    ]);
  });

  test('the prefix data- is added', () => {
    expect(found('{{< slide data-background-color="red" >}}')).toEqual([
      '9:11 attribute-unknown the slide has the attribute data-data-background-color, which reveal.js does not read. Write background-color: the prefix data- is added.',
    ]);
  });

  test.each([
    'background-color="red" transition="fade" auto-animate="true" state="x" timing="30"',
    'id="two" class="dark" style="color: red"',
    'my-attribute="1"',
    'step="left"',
    'trigger="now"',
    'menu-title="Two"',
    'audio-src="a.mp3"',
    'background="#fff"',
    'BACKGROUND-COLOR="red"',
  ])('near misses: %s', (attributes) => {
    expect(found(`{{< slide ${attributes} >}}\n# Two`)).toEqual([]);
  });

  test('in HTML and in comments of reveal.js', () => {
    expect(found('<section data-backgroud-color="red">\n\n# Two\n\n</section>')).toEqual([
      expect.stringContaining('9:10 attribute-unknown'),
    ]);
  });

  test('what a template of the site reads is no mistake', () => {
    const template = `-- layouts/partials/reveal-hugo/body.html --\n<script>slide.getAttribute("data-stat")</script>\n`;
    expect(found('{{< slide stat="x" >}}', template)).toEqual([]);
  });
});

describe('values', () => {
  test.each([
    ['transition="slied"', 'transition must be'],
    ['transition="fade-in zom-out"', 'transition must be'],
    ['transition-speed="quick"', 'transition-speed must be "default", "fast" or "slow", not "quick"'],
    ['visibility="hiden"', 'visibility must be "hidden" or "uncounted", not "hiden"'],
    ['background-opacity="20"', 'background-opacity must be from 0 to 1, not 20'],
    ['background-opacity="half"', 'background-opacity must be a number, not "half"'],
    ['timing="30s"', 'timing must be a number, not "30s"'],
    ['autoslide="-1"', 'autoslide must be 0 or more, not -1'],
    ['layout="covr"', 'layout must be "cover", "section",'],
  ])('%s', (attribute, message) => {
    expect(found(`{{< slide ${attribute} >}}\n# Two`)).toEqual([
      expect.stringContaining(`9:11 attribute-value ${message}`),
    ]);
  });

  test.each([
    'transition="fade-in slide-out"',
    'transition="flip"',
    'transition="none"',
    'transition=""',
    'background-opacity="0.5"',
    'background-opacity=0',
    'visibility="uncounted"',
    'auto-animate-delay="0.2"',
    'layout="picture-left"',
    'timing=90',
  ])('near misses: %s', (attribute) => {
    expect(found(`{{< slide ${attribute} >}}\n# Two`)).toEqual([]);
  });

  test('the nearest layout', () => {
    expect(found('{{< slide layout="two-colums" >}}')[0]).toMatch(/Did you mean "two-columns"\?$/);
    expect(found('{{< slide layuot="end" >}}')[0]).toMatch(/Did you mean "layout"\?$/);
  });

  test('the suggestion keeps the direction', () => {
    expect(found('{{< slide transition="fade-in zom-out" >}}')[0]).toMatch(/Did you mean "zoom-out"\?$/);
  });
});

describe('parameters of shortcodes', () => {
  test.each([
    [
      '{{% fragment indx=1 %}}x{{% /fragment %}}',
      '"fragment" has no parameter "indx". Did you mean "index"?',
    ],
    ['{{< frag clas="x" c="y" >}}', '"frag" has no parameter "clas". Did you mean "class"?'],
    [
      '{{< figure src="a.png" captoin="x" >}}',
      '"figure" has no parameter "captoin". Did you mean "caption"?',
    ],
    ['{{% section background-color="red" %}}x{{% /section %}}', 'a section takes none'],
  ])('%s', (text, message) => {
    expect(found(text)).toEqual([expect.stringContaining(message)]);
    expect(found(text)[0]).toMatch(/^9:1 shortcode-parameter-unknown /);
  });

  test.each([
    '{{% fragment index=1 class="fade-up" %}}x{{% /fragment %}}',
    '{{% fragment %}}x{{% /fragment %}}',
    '{{% fragment style="color: red" %}}x{{% /fragment %}}',
    '{{< frag c="y" >}}',
    '{{< figure "a.png" >}}',
    '{{< figure src="a.png" alt="x" width="30" >}}',
    '{{% section %}}x{{% /section %}}',
  ])('near misses: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a shortcode of the site reads what it likes', () => {
    const own = '-- layouts/shortcodes/fragment.html --\n<b>{{ .Get "indx" }}</b>\n';
    expect(found('{{< fragment indx=1 >}}', own)).toEqual([]);
  });
});

describe('options', () => {
  const options = (lines: string): readonly string[] =>
    buildSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
${lines}
+++

# One
`).diagnostics.map(({ code, message, hint, line }) => `${line} ${code} ${message}. ${hint}`);

  test.each([
    ['transition = "slied"', /^4 option-value reveal_hugo\.transition must be .*Did you mean "slide"\?$/],
    ['transition_speed = "fastest"', /must be "default", "fast" or "slow", not "fastest"/],
    ['margin = 10', /must be from 0 to 1, not 10/],
    ['navigation_mode = "liner"', /Did you mean "linear"\?/],
    ['show_slide_number = "prnt"', /Did you mean "print"\?/],
    ['width = 0', /must be 1 or more, not 0/],
    ['view_distance = -1', /must be 0 or more, not -1/],
  ])('%s', (line, message) => {
    expect(options(line)).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    'transition = "custom"',
    'transition = "fade-in zoom-out"',
    'margin = 0.1',
    'width = "100%"',
    'width = 1920',
    'scroll_snap = false',
    'view = "scroll"',
    'slide_number = "c/t"',
    'auto_slide = 0',
  ])('near misses: %s', (line) => {
    expect(options(line)).toEqual([]);
  });
});
