/**
 * Letters that can be read: where a theme of reveal.js or a style of highlight.js sets them in colours that stand out
 * too little from their ground, these are moved towards black or white, no further than they have to be.
 */
import { contrastRatio, mixColours, readColour, type Rgb, writeColour } from '../../rgb.ts';

/** What WCAG 2.2, level AA, asks for small letters, and a little more: browsers and checkers round. */
const MIN_CONTRAST = 4.6;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const EXTREMES: readonly Rgb[] = [BLACK, WHITE];

/** A step on the way to black or white. */
const STEP = 0.02;

/** A colour that stands out from all of the grounds; the same one where it does already. */
export function ensureContrast(colour: Rgb, backgrounds: readonly Rgb[]): Rgb {
  const isReadable = (one: Rgb): boolean =>
    backgrounds.every((background) => contrastRatio(one, background) >= MIN_CONTRAST);
  if (isReadable(colour)) return colour;
  for (let amount = STEP; amount < 1; amount += STEP) {
    const found = EXTREMES.map((end) => mixColours(colour, end, amount)).find(isReadable);
    if (found) return found;
  }
  return EXTREMES.find(isReadable) ?? colour;
}

/** The colours of a theme that letters are set in. */
const TEXT_COLOUR_RE = /(--r-(?:main|link)-color(?:-hover)?:\s*)(#[\da-f]+)\b/gi;

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
export function ensureThemeContrast(css: string): string {
  const backgrounds = readBackgrounds(css);
  return css.replace(TEXT_COLOUR_RE, (whole, name: string, value: string) => {
    const colour = readColour(value);
    const adjusted = colour && ensureContrast(colour, backgrounds);
    return adjusted && adjusted !== colour ? name + writeColour(adjusted) : whole;
  });
}

/** What such a theme needs besides: for slides with a ground of their own, and for words that fragments colour. */
export function slideContrastRules(css: string): string {
  const backgrounds = readBackgrounds(css);
  const [background] = backgrounds;
  if (!background) return '';
  const isLight = contrastRatio(background, BLACK) > contrastRatio(background, WHITE);
  const link = readColour(/--r-link-color:\s*([^;}]+)/.exec(css)?.[1] ?? '') ?? background;
  const other = isLight ? DARK : LIGHT;
  const otherSlide = `section.has-${isLight ? 'dark' : 'light'}-background`;
  const linkColour = writeColour(ensureContrast(link, [other]));
  return [
    `.reveal ${otherSlide}{--r-link-color:${linkColour};--r-link-color-hover:${linkColour}}`,
    ...highlightRules('', backgrounds),
    ...highlightRules(`${otherSlide} `, [other]),
    // Words of code would be set in the colour of the theme's inline code, on the ground of the code style.
    /--r-inline-code-color/.test(css) ? '.reveal pre code.hljs{color:var(--code-ink)}' : '',
  ].join('\n');
}

/** The colours behind the slides of a theme; the darkest and the lightest of a gradient are among them. */
function readBackgrounds(css: string): readonly Rgb[] {
  const plain = /--r-background-color:\s*([^;}]+)/.exec(css)?.[1] ?? '';
  const gradient = /--r-background:[^;}]*gradient\(([^;}]*)\)/.exec(css)?.[1] ?? '';
  return [plain, ...gradient.split(',')].flatMap((written) => {
    const colour = readColour(written);
    return colour ? [colour] : [];
  });
}

function highlightRules(slide: string, backgrounds: readonly Rgb[]): readonly string[] {
  return HIGHLIGHTS.map(([name, colour]) => {
    const start = `.reveal ${slide}.fragment.highlight`;
    const selectors = `${start}-${name}.visible,${start}-current-${name}.current-fragment`;
    return `${selectors}{color:${writeColour(ensureContrast(colour, backgrounds))}}`;
  });
}

const COMMENT_RE = /\/\*[\s\S]*?\*\//g;
const RULE_RE = /([^{}]+)\{([^{}]*)\}/g;
const COLOUR_RE = /(?<before>^|[;\s])color:\s*(?<colour>[^;]+)/i;
const BACKGROUND_RE = /(?:^|[;\s])background(?:-color)?:\s*(?<colour>[^;]+)/i;

/**
 * A style of highlight.js, with colours that can be read. `--code-ink` is the colour of plain code, `--code-quiet` one
 * for lines that step back.
 */
export function ensureCodeContrast(css: string): string {
  const plain = css.replace(COMMENT_RE, '');
  const base = readCodeColours(plain);
  if (!base) return plain;
  const adjusted = plain.replace(RULE_RE, (rule, selectors: string, body: string) =>
    selectors.includes('.hljs') && !selectors.includes('::selection')
      ? `${selectors}{${ensureRuleContrast(body, base)}}`
      : rule,
  );
  const textColour = ensureContrast(base.textColour, [base.background]);
  const muted = mutedColour(textColour, base.background);
  return `${adjusted}\n.hljs{--code-ink:${writeColour(textColour)};--code-quiet:${writeColour(muted)}}\n`;
}

/** The colours of plain code. */
interface CodeColours {
  readonly textColour: Rgb;
  readonly background: Rgb;
}

/** `undefined` where they are no plain colours. */
function readCodeColours(css: string): CodeColours | undefined {
  const bodies = [...css.matchAll(RULE_RE)]
    .filter(([, selectors = '']) => selectors.split(',').some((selector) => selector.trim() === '.hljs'))
    .map(([, , body = '']) => body);
  const background = bodies
    .map((body) => findColour(body, BACKGROUND_RE))
    .find((colour) => colour !== undefined);
  const textColour = bodies
    .map((body) => findColour(body, COLOUR_RE, background))
    .find((colour) => colour !== undefined);
  return background && textColour && { background, textColour };
}

function ensureRuleContrast(body: string, base: CodeColours): string {
  const background = findColour(body, BACKGROUND_RE, base.background) ?? base.background;
  if (!COLOUR_RE.test(body)) {
    // What has a ground of its own is set in the colour of plain code.
    const adjusted = ensureContrast(base.textColour, [background]);
    return adjusted === base.textColour || !BACKGROUND_RE.test(body)
      ? body
      : `${body};color:${writeColour(adjusted)}`;
  }
  const colour = findColour(body, COLOUR_RE, background);
  const adjusted = colour && ensureContrast(colour, [background]);
  return adjusted && adjusted !== colour
    ? body.replace(COLOUR_RE, `$<before>color:${writeColour(adjusted)}`)
    : body;
}

function findColour(body: string, re: RegExp, background?: Rgb): Rgb | undefined {
  return readColour(re.exec(body)?.groups?.['colour'] ?? '', background);
}

/** A colour for letters that step back: as near to the ground as letters may be. */
export function mutedColour(textColour: Rgb, background: Rgb): Rgb {
  for (let amount = 0.6; amount > 0; amount -= STEP) {
    const muted = mixColours(textColour, background, amount);
    if (contrastRatio(muted, background) >= MIN_CONTRAST) return muted;
  }
  return textColour;
}
