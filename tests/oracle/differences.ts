/** Inputs that come out otherwise than in Hugo 0.169, by suite and name, and why. */
const NIL_LIST = 'Go prints the type of a list that is nil, and a nil has no type here';
const SELF_CLOSING = 'a tag may close itself whether or not its template has an inner text';
const AS_SLIDES = 'templates that write the sections of the theme are read as slides';
const HEADING_ID = "Hugo's id holds the placeholder of the shortcode; here it is made of the words";
const EXACT_PLACE = 'the place is that of the line at fault, where Hugo says another one';
const OPENING_PLACE = 'the place is the tag that is never closed, not the end of the file';
const BASE_PATH_ONCE =
  'a base path that is typed by hand counts once, and attributes of reveal.js are read, too';
const FOOTNOTES_HERE =
  'footnotes stand on the slide that they belong to, without the rule that would split it';
const BIG_NUMBERS = 'whole numbers are exact up to 2^53';
const NO_PICTURE_FILE = 'the code is a picture in the page, and no file beside it';

export const differences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sc: {
    'no params': NIL_LIST,
    'no spaces': NIL_LIST,
    'nested parent': NIL_LIST,
    'self closing params': SELF_CLOSING,
    'self closing bare param adj': SELF_CLOSING,
    unterminated: OPENING_PLACE,
    'unterminated pct': OPENING_PLACE,
    'unquoted = without val': OPENING_PLACE,
    'header w/ shortcode': HEADING_ID,
  },
  sc2: {
    'syntax err in sc': 'a template is read when something uses it, and the page has a mistake of its own',
    'sec/slide': AS_SLIDES,
    slide: AS_SLIDES,
    'note inline': 'what a shortcode leaves behind in a paragraph is no paragraph of its own',
    renderstring: 'what is wrong in a text of a template is told at the shortcode that shows it',
    'shortcode text output json': 'decks and pages are written as HTML alone',
  },
  md: {
    footnote: FOOTNOTES_HERE,
    'html unsafe=false': 'HTML is kept unless the site says otherwise: decks were written when Hugo kept it',
    'fence codeFences=true braces':
      'line numbers behind a language are steps through the code, as in reveal.js',
    'fence mermaid/goat': 'diagrams of Mermaid are drawn, and those of GoAT are code',
    passthrough: 'formulas are set while the site is built, not by a script',
  },
  fm: {
    'fm toml': `${BIG_NUMBERS}, and the offset of a date is gone once it is read`,
    'fm org': 'front matter of Org is text',
    'fm 4 dashes': EXACT_PLACE,
    'fm unclosed': 'the place is where the front matter begins',
    'fm bad yaml': 'the place is where the closing quote is missed, at the end',
    'fm case dup': 'of keys that differ in their case the last wins; in Hugo any of them may',
    'fm weight bad': 'a weight that is no number is told, where Hugo takes 0 for it',
    'fm headless/build': 'the older _build says the same as build',
    'fm outputs bad': EXACT_PLACE,
    'fm description/keywords': 'of keys that differ in their case the last wins; in Hugo any of them may',
    'fm markup': 'all content is Markdown, whatever `markup` says',
  },
  yq: { nums: BIG_NUMBERS },
  cfg: {
    'URL base empty': 'a site without a base URL has none, where Hugo takes example.org',
    canonify: BASE_PATH_ONCE,
    relativeURLs: BASE_PATH_ONCE,
    'relativeURLs+ugly': BASE_PATH_ONCE,
    'CFG param case': 'tables whose names differ in their case are joined; in Hugo one of them is lost',
    'CFG theme missing': 'a theme that is not there is a warning, as the decks may do without it',
    data: 'data in CSV are rows, where Hugo refuses them',
    static: 'content in HTML is no page, and its shortcodes are not run',
  },
  bi: {
    gist: 'a post that the network would bring is a link, where Hugo has dropped the shortcode',
    qr: NO_PICTURE_FILE,
    'qr inner': NO_PICTURE_FILE,
  },
  theme: {
    'theme: slide template':
      'what the slide itself says wins over its template; a browser takes the first of both',
    'theme: note with hr': 'a rule in a note is a rule of the note, and does not end the slide',
    'theme: markdown sc': "reveal.js's own Markdown is slides when the site is built, not in the browser",
    'theme: math fence codeFences=true': 'formulas are set while the site is built, not by a script',
    'theme: footnotes': FOOTNOTES_HERE,
  },
  nest: {
    'nest: note with blank lines in code, in section':
      'code in a note keeps its blank lines; in Hugo they end it',
    'nest: fragment inline in section': 'a fragment in a line stays in its line; in Hugo it breaks the list',
    'nest: footnote in section': FOOTNOTES_HERE,
    'nest: heading with fragment': HEADING_ID,
  },
};
