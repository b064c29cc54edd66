// Templates that never end, grow without end, call themselves, or are nested beyond what a stack holds.
import { deck, many, shortcode } from './site.mjs';

/** Each would run for hours or never end. */
const endless = {
  'a range over a billion': '{{ range 1000000000 }}{{ end }}',
  'ranges in ranges':
    '{{ range seq 1000 }}{{ range seq 1000 }}{{ range seq 1000 }}{{ range seq 1000 }}{{ end }}{{ end }}{{ end }}{{ end }}',
  'a template that calls itself twice, 40 deep':
    '{{ define "t" }}{{ if gt . 0 }}{{ template "t" (sub . 1) }}{{ template "t" (sub . 1) }}{{ end }}{{ end }}{{ template "t" 40 }}',
  'a partial that calls itself twice, 40 deep': '{{ partial "twice.html" 40 }}',
  'a partial that returns itself twice, 40 deep': '{{ partial "sum.html" 40 }}',
  'sorting in a range':
    '{{ range seq 2000 }}{{ range seq 2000 }}{{ $s := sort (seq 2000) "value" "desc" }}{{ end }}{{ end }}',
  'Markdown in a range':
    '{{ range seq 2000 }}{{ range seq 2000 }}{{ $m := markdownify "*a* **b** `c`" }}{{ end }}{{ end }}',
};

/** Each would take more memory than there is. */
const growing = {
  'a text that doubles': '{{ $s := "a" }}{{ range seq 60 }}{{ $s = print $s $s }}{{ end }}{{ len $s }}',
  'a text that doubles, printed':
    '{{ $s := "<a>" }}{{ range seq 60 }}{{ $s = print $s $s }}{{ end }}{{ $s }}',
  'output without end':
    '{{ range seq 2000 }}{{ range seq 2000 }}{{ range seq 2000 }}some words {{ end }}{{ end }}{{ end }}',
  'a list that doubles': '{{ $l := slice 1 }}{{ range seq 60 }}{{ $l = append $l $l }}{{ end }}{{ len $l }}',
  'a map of ever more keys':
    '{{ $d := dict }}{{ range seq 2000 }}{{ $n := . }}{{ range seq 2000 }}{{ $d = merge $d (dict (print $n "-" .) 1) }}{{ end }}{{ end }}',
  'a scratch of ever longer texts':
    '{{ $s := newScratch }}{{ range seq 60 }}{{ $s.Add "a" ($s.Get "a" | default "xx") }}{{ end }}',
  'seq 1e9': '{{ len (seq 1000000000) }}',
  'strings.Repeat 1e9': '{{ len (strings.Repeat 1000000000 "a") }}',
  'replace that grows':
    '{{ $s := "aaaa" }}{{ range seq 40 }}{{ $s = replace $s "a" "aaaa" }}{{ end }}{{ len $s }}',
  'replaceRE that grows':
    '{{ $s := "aaaa" }}{{ range seq 40 }}{{ $s = replaceRE "a" "aaaa" $s }}{{ end }}{{ len $s }}',
  'printf that doubles':
    '{{ $s := "a" }}{{ range seq 60 }}{{ $s = printf "%s%s" $s $s }}{{ end }}{{ len $s }}',
  'jsonify of what doubles':
    '{{ $d := dict "a" 1 }}{{ range seq 60 }}{{ $d = dict "a" $d "b" $d }}{{ end }}{{ len (jsonify $d) }}',
  'printf %1000000000d': '{{ len (printf "%1000000000d" 1) }}',
  'printf %.1000000000f': '{{ len (printf "%.1000000000f" 1.0) }}',
  'printf %*d': '{{ len (printf "%*d" 1000000000 1) }}',
  'printf %100000000s': '{{ len (printf "%100000000s" "a") }}',
  'lang.FormatNumber': '{{ lang.FormatNumber 999999999 1.5 }}',
  'printf with 100,000 verbs': '{{ len (printf (strings.Repeat 100000 "%d ") 1) }}',
};

/** Each calls itself, directly or not. */
const recursive = {
  template: '{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}',
  partial: '{{ partial "self.html" . }}',
  'two partials': '{{ partial "one.html" . }}',
  'a cached partial': '{{ partialCached "cached.html" . }}',
  'a partial that returns': '{{ partial "return.html" 1 }}',
  'a rendered text': '{{ .Page.RenderString "{{< x >}}" }}',
  'the content of the page':
    '{{ .Page.Content }}{{ range site.Pages }}{{ .Content }}{{ .Summary }}{{ .Plain }}{{ end }}',
  'the file of the page': '{{ readFile "content/_index.md" | .Page.RenderString }}',
  'a scratch that holds itself':
    '{{ $s := newScratch }}{{ $s.Set "a" $s }}{{ $s.Set "v" $s.Values }}{{ $s.Values | jsonify }}{{ $s.Values }}',
  'the page as JSON': '{{ .Page | jsonify }}{{ site | jsonify }}{{ printf "%v %#v" .Page site }}',
};

/** Nested or long source. */
const nested = {
  'parentheses 5000 deep': `{{ ${'('.repeat(5000)}1${')'.repeat(5000)} }}`,
  'if 5000 deep': `${'{{ if true }}'.repeat(5000)}${'{{ end }}'.repeat(5000)}`,
  'with 5000 deep, never closed': '{{ with 1 }}'.repeat(5000),
  'range 3000 deep': `${'{{ range slice 1 }}'.repeat(3000)}x${'{{ end }}'.repeat(3000)}`,
  'else if 5000 times': `{{ if false }}${'{{ else if false }}'.repeat(5000)}{{ end }}`,
  'a pipe of 20,000 commands': `{{ 1${' | print'.repeat(20_000)} }}`,
  'a chain of 5000 fields': `{{ $a := dict }}{{ $a${'.a'.repeat(5000)} }}`,
  '100,000 actions': '{{ 1 }}'.repeat(100_000),
  '20,000 variables': many(20_000, (n) => `{{ $v${n} := 1 }}`),
  'a dict of 20,000 keys': `{{ len (dict ${many(20_000, (n) => `"k${n}" 1`, ' ')}) }}`,
  'a megabyte of HTML': 'x<b>'.repeat(250_000),
  'a script that stays open': `<script>${'a;'.repeat(200_000)}{{ 1 }}`,
  'template literals 20,000 deep': `<script>\`${'${`'.repeat(20_000)}{{ 1 }}`,
  'an attribute that stays open': `<a title="${'x'.repeat(1_000_000)}{{ 1 }}`,
  'Unmarshal of deep YAML': '{{ transform.Unmarshal (strings.Repeat 50000 "[") }}',
  'Unmarshal of deep JSON':
    '{{ (print "{\\"a\\":" (strings.Repeat 50000 "[") (strings.Repeat 50000 "]") "}") | transform.Unmarshal }}',
  'Unmarshal of deep XML':
    '{{ transform.Unmarshal (print (strings.Repeat 20000 "<a>") (strings.Repeat 20000 "</a>")) }}',
};

/** Functions and texts that are long for them. */
const functions = [
  'plainify (strings.Repeat 100000 "<b ")',
  'htmlUnescape (strings.Repeat 200000 "&am")',
  'emojify (strings.Repeat 200000 ":a")',
  'urlize (strings.Repeat 200000 "a b")',
  'title (strings.Repeat 100000 "a b ")',
  'truncate 10 (strings.Repeat 200000 "<b>")',
  'trim (strings.Repeat 200000 " a") " "',
  'markdownify (strings.Repeat 50000 "[")',
  'markdownify (strings.Repeat 5000 "> ")',
  'countwords (strings.Repeat 200000 "a b ")',
  'pluralize (strings.Repeat 100000 "ab")',
  'dateFormat (strings.Repeat 20000 "2006-Jan-02 ") now',
  'time.ParseDuration (strings.Repeat 100000 "1h")',
  'uniq (split (strings.Repeat 20000 "a,b,c,d") ",") | len',
  'complement (seq 2000) (seq 2000) | len',
  'union (seq 2000) (seq 2000) | len',
  'highlight (strings.Repeat 200000 "(") "js" ""',
  'highlight "a" "js" "hl_lines=1-999999999"',
  'md5 (strings.Repeat 1000000 "a")',
  'safeHTML (strings.Repeat 100000 "</script>")',
  'strings.Diff "a" (strings.Repeat 2000 "a\\nb\\n") "b" (strings.Repeat 2000 "b\\nc\\n")',
  'time (strings.Repeat 100000 "2")',
  'int (strings.Repeat 100000 "9")',
  'math.Pow 10 400',
  'shuffle (seq 2000) | len',
  'lang.FormatNumberCustom 999999999 1.5',
  'images.Text (strings.Repeat 100000 "x")',
  'path.Join (strings.Repeat 100000 "../") | len',
  'anchorize (strings.Repeat 200000 "a b")',
];

/** Layouts in Handlebars. */
const handlebars = {
  'partials that call themselves twice': '{{> twice}}',
  'a partial that calls itself in a loop': '{{#with this}}{{> each}}{{/with}}',
  'else if 3000 times': `{{#if a}}${'{{else if b}}'.repeat(3000)}{{/if}}`,
  'each 3000 deep, never closed': '{{#each this}}'.repeat(3000),
  '100,000 tags': '{{a}}'.repeat(100_000),
  'a path of 20,000 parts': `{{a${'.a'.repeat(20_000)}}}`,
  'brackets that stay open': '{{[['.repeat(50_000),
  'a tag of 20,000 parameters': `{{json${' a'.repeat(20_000)}}}`,
  'a mistake after a megabyte': `${'<p>a</p>\n'.repeat(100_000)}{{#if}}{{/each}}`,
};

const partials = {
  'layouts/partials/self.html': '{{ partial "self.html" . }}',
  'layouts/partials/one.html': '{{ partial "two.html" . }}',
  'layouts/partials/two.html': '{{ partial "one.html" . }}',
  'layouts/partials/cached.html': '{{ partialCached "cached.html" . }}',
  'layouts/partials/return.html': '{{ return partial "return.html" . }}',
  'layouts/partials/twice.html':
    '{{ if gt . 0 }}{{ partial "twice.html" (sub . 1) }}{{ partial "twice.html" (sub . 1) }}{{ end }}',
  'layouts/partials/sum.html':
    '{{ $n := 1 }}{{ if gt . 0 }}{{ $n = add (partial "sum.html" (sub . 1)) (partial "sum.html" (sub . 1)) }}{{ end }}{{ return $n }}',
};
const site = (template) => shortcode(template, partials);
/** How long templates may take is for the author to choose; here, a second. */
const inASecond = { 'hugo.toml': 'timeout = "1s"\n' };

const prefixed = (prefix, templates, siteOf) =>
  Object.fromEntries(
    Object.entries(templates).map(([name, template]) => [`${prefix}: ${name}`, () => siteOf(template)]),
  );

export const templates = {
  ...prefixed('endless', endless, (template) => ({ ...site(template), ...inASecond })),
  ...prefixed('growing', growing, site),
  ...prefixed('recursive', recursive, site),
  ...prefixed('nested', nested, site),
  ...Object.fromEntries(functions.map((call) => [call, () => site(`{{ len (print (${call})) }}`)])),
  'Handlebars: a partial that calls itself': () => ({
    ...deck('{{< x >}}'),
    'layouts/shortcodes/x.hbs': '{{> p}}',
    'layouts/partials/p.hbs': '{{> p}}',
  }),
  'Handlebars: if 3000 deep': () => ({
    ...deck('{{< x >}}'),
    'layouts/shortcodes/x.hbs': '{{#if 1}}'.repeat(3000) + '{{/if}}'.repeat(3000),
  }),
  'Handlebars: calls 5000 deep': () => ({
    ...deck('{{< x >}}'),
    'layouts/shortcodes/x.hbs': `{{a ${'(b '.repeat(5000)}${')'.repeat(5000)}}}`,
  }),
  ...Object.fromEntries(
    Object.entries(handlebars).map(([name, text]) => [
      `Handlebars: ${name}`,
      () => ({
        ...deck('{{< x a="b" >}}'),
        'layouts/shortcodes/x.hbs': text,
        'layouts/partials/twice.hbs': '{{> twice}}{{> twice}}',
        'layouts/partials/each.hbs': '{{#each .}}{{> each}}{{else}}{{> each}}{{/each}}',
      }),
    ]),
  ),
  'Handlebars: the layout of decks calls itself': () => ({
    ...deck('# a'),
    'layouts/deck.hbs': '{{> deck}}',
  }),
  'a render hook of links that renders a link': () => ({
    ...deck('[a](b)'),
    'layouts/_default/_markup/render-link.html': '{{ "[a](b)" | markdownify }}',
  }),
  'a render hook of headings that renders a heading': () => ({
    ...deck('# a'),
    'layouts/_default/_markup/render-heading.html': '{{ .Page.RenderString (dict "display" "block") "# a" }}',
  }),
  'a base template that calls its own block': () => ({
    ...deck('# a'),
    'layouts/_default/baseof.reveal.html':
      '{{ block "main" . }}{{ template "main" . }}{{ end }}{{ define "main" }}{{ template "main" . }}{{ end }}',
  }),
  'pages that hold each other': () => ({
    ...shortcode('{{ range site.RegularPages }}{{ .Content }}{{ end }}'),
    'content/b.md': '{{< x >}}',
    'content/c.md': '{{< x >}}',
  }),
};
