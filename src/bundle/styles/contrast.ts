/**
 * Letters that can be read: where a theme of reveal.js or a style of highlight.js sets them in colours that stand out
 * too little from their ground, these are moved towards black or white, no further than they have to be.
 */
import { contrastOf, mixColours, readColour, type Rgb, writeColour } from '../../rgb.ts';

/** What WCAG 2.2, level AA, asks for small letters, and a little more: browsers and checkers round. */
const LEAST = 4.6;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const ENDS: readonly Rgb[] = [BLACK, WHITE];

/** A step on the way to black or white. */
const STEP = 0.02;

/** A colour that stands out from all of the grounds; the same one where it does already. */
export function mendColour(colour: Rgb, grounds: readonly Rgb[]): Rgb {
  const standsOut = (one: Rgb): boolean => grounds.every((ground) => contrastOf(one, ground) >= LEAST);
  if (standsOut(colour)) return colour;
  for (let way = STEP; way < 1; way += STEP) {
    const found = ENDS.map((end) => mixColours(colour, end, way)).find(standsOut);
    if (found) return found;
  }
  return ENDS.find(standsOut) ?? colour;
}

/** The colours of a theme that letters are set in. */
const LETTERS_RE = /(--r-(?:main|link)-color(?:-hover)?:\s*)(#[\da-f]+)\b/gi;

/** reveal.js has one set of them for every ground. */
const HIGHLIGHTS: readonly (readonly [name: string, colour: Rgb])[] = [
  ['red', [255, 44, 45]],
  ['green', [23, 255, 46]],
  ['blue', [27, 145, 255]],
];

/** Grounds of slides that are darker or lighter than their theme, as near to the middle as words on them can be read. */
const DARK: Rgb = [64, 64, 64];
const LIGHT: Rgb = [190, 190, 190];

/** The stylesheet of a theme of reveal.js, with letters that can be read. */
export function mendTheme(css: string): string {
  const grounds = groundsOf(css);
  return css.replace(LETTERS_RE, (whole, name: string, value: string) => {
    const colour = readColour(value);
    const mended = colour && mendColour(colour, grounds);
    return mended && mended !== colour ? name + writeColour(mended) : whole;
  });
}

/** What such a theme needs besides: for slides with a ground of their own, and for words that fragments colour. */
export function slideContrast(css: string): string {
  const grounds = groundsOf(css);
  const [ground] = grounds;
  if (!ground) return '';
  const isLight = contrastOf(ground, BLACK) > contrastOf(ground, WHITE);
  const link = readColour(/--r-link-color:\s*([^;}]+)/.exec(css)?.[1] ?? '') ?? ground;
  const other = isLight ? DARK : LIGHT;
  const otherSlide = `section.has-${isLight ? 'dark' : 'light'}-background`;
  const linkThere = writeColour(mendColour(link, [other]));
  return [
    `.reveal ${otherSlide}{--r-link-color:${linkThere};--r-link-color-hover:${linkThere}}`,
    ...highlightRules('', grounds),
    ...highlightRules(`${otherSlide} `, [other]),
    // Words of code would be set in the colour of the theme's inline code, on the ground of the code style.
    /--r-inline-code-color/.test(css) ? '.reveal pre code.hljs{color:var(--code-ink)}' : '',
  ].join('\n');
}

/** The colours behind the slides of a theme; the darkest and the lightest of a gradient are among them. */
function groundsOf(css: string): readonly Rgb[] {
  const plain = /--r-background-color:\s*([^;}]+)/.exec(css)?.[1] ?? '';
  const gradient = /--r-background:[^;}]*gradient\(([^;}]*)\)/.exec(css)?.[1] ?? '';
  return [plain, ...gradient.split(',')].flatMap((written) => {
    const colour = readColour(written);
    return colour ? [colour] : [];
  });
}

function highlightRules(slide: string, grounds: readonly Rgb[]): readonly string[] {
  return HIGHLIGHTS.map(([name, colour]) => {
    const start = `.reveal ${slide}.fragment.highlight`;
    const selectors = `${start}-${name}.visible,${start}-current-${name}.current-fragment`;
    return `${selectors}{color:${writeColour(mendColour(colour, grounds))}}`;
  });
}

const COMMENT_RE = /\/\*[\s\S]*?\*\//g;
const RULE_RE = /([^{}]+)\{([^{}]*)\}/g;
const COLOUR_RE = /(?<before>^|[;\s])color:\s*(?<colour>[^;]+)/i;
const GROUND_RE = /(?:^|[;\s])background(?:-color)?:\s*(?<colour>[^;]+)/i;

/**
 * A style of highlight.js, with colours that can be read. `--code-ink` is the colour of plain code, `--code-quiet` one
 * for lines that step back.
 */
export function mendCodeStyle(css: string): string {
  const plain = css.replace(COMMENT_RE, '');
  const base = baseOf(plain);
  if (!base) return plain;
  const mended = plain.replace(RULE_RE, (rule, selectors: string, body: string) =>
    selectors.includes('.hljs') && !selectors.includes('::selection')
      ? `${selectors}{${mendRule(body, base)}}`
      : rule,
  );
  const ink = mendColour(base.ink, [base.ground]);
  const quiet = quietColour(ink, base.ground);
  return `${mended}\n.hljs{--code-ink:${writeColour(ink)};--code-quiet:${writeColour(quiet)}}\n`;
}

/** The colours of plain code. */
interface CodeColours {
  readonly ink: Rgb;
  readonly ground: Rgb;
}

/** `undefined` where they are no plain colours. */
function baseOf(css: string): CodeColours | undefined {
  const bodies = [...css.matchAll(RULE_RE)]
    .filter(([, selectors = '']) => selectors.split(',').some((selector) => selector.trim() === '.hljs'))
    .map(([, , body = '']) => body);
  const ground = bodies.map((body) => colourIn(body, GROUND_RE)).find((colour) => colour !== undefined);
  const ink = bodies.map((body) => colourIn(body, COLOUR_RE, ground)).find((colour) => colour !== undefined);
  return ground && ink && { ground, ink };
}

function mendRule(body: string, base: CodeColours): string {
  const ground = colourIn(body, GROUND_RE, base.ground) ?? base.ground;
  if (!COLOUR_RE.test(body)) {
    // What has a ground of its own is set in the colour of plain code.
    const mended = mendColour(base.ink, [ground]);
    return mended === base.ink || !GROUND_RE.test(body) ? body : `${body};color:${writeColour(mended)}`;
  }
  const colour = colourIn(body, COLOUR_RE, ground);
  const mended = colour && mendColour(colour, [ground]);
  return mended && mended !== colour
    ? body.replace(COLOUR_RE, `$<before>color:${writeColour(mended)}`)
    : body;
}

function colourIn(body: string, re: RegExp, ground?: Rgb): Rgb | undefined {
  return readColour(re.exec(body)?.groups?.['colour'] ?? '', ground);
}

/** A colour for letters that step back: as near to the ground as letters may be. */
export function quietColour(ink: Rgb, ground: Rgb): Rgb {
  for (let way = 0.6; way > 0; way -= STEP) {
    const quiet = mixColours(ink, ground, way);
    if (contrastOf(quiet, ground) >= LEAST) return quiet;
  }
  return ink;
}
