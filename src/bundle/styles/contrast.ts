/**
 * Readable text: where a reveal.js theme or a highlight.js style has too little contrast between text and background, the
 * text colour is moved towards black or white, no further than necessary.
 */
import { contrastRatio, mixColours, readColour, type Rgb, writeColour } from '../../rgb.ts';

/** The contrast that WCAG 2.2, level AA, requires for small text, and a little more: browsers and checkers round. */
const MIN_CONTRAST = 4.6;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const EXTREMES: readonly Rgb[] = [BLACK, WHITE];

/** The share of black or white that each step adds. */
const STEP = 0.02;

/** Adjusts a colour for contrast to all backgrounds; returns the same object if the contrast is sufficient. */
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

/** The text colours of a theme. */
const TEXT_COLOUR_RE = /(--r-(?:main|link)-color(?:-hover)?:\s*)(#[\da-f]+)\b/gi;

/** The highlight colours of reveal.js, which are the same on every background. */
export const HIGHLIGHTS: readonly (readonly [name: string, colour: Rgb])[] = [
  ['red', [255, 44, 45]],
  ['green', [23, 255, 46]],
  ['blue', [27, 145, 255]],
];

/** The worst cases of dark and light slide backgrounds: as close to mid-grey as is readable. */
export const WORST_DARK: Rgb = [64, 64, 64];
export const WORST_LIGHT: Rgb = [190, 190, 190];

/** Adjusts the text colours in the stylesheet of a reveal.js theme. */
export function ensureThemeContrast(css: string): string {
  const backgrounds = readBackgrounds(css);
  return css.replace(TEXT_COLOUR_RE, (whole, name: string, value: string) => {
    const colour = readColour(value);
    const adjusted = colour && ensureContrast(colour, backgrounds);
    return adjusted && adjusted !== colour ? name + writeColour(adjusted) : whole;
  });
}

/** Writes further rules for a theme: for slides with their own background, and for fragments that highlight text. */
export function slideContrastRules(css: string): string {
  const backgrounds = readBackgrounds(css);
  const [background] = backgrounds;
  if (!background) return '';
  const isLight = contrastRatio(background, BLACK) > contrastRatio(background, WHITE);
  const link = readColour(/--r-link-color:\s*([^;}]+)/.exec(css)?.[1] ?? '') ?? background;
  const other = isLight ? WORST_DARK : WORST_LIGHT;
  const otherSlide = `section.has-${isLight ? 'dark' : 'light'}-background`;
  const linkColour = writeColour(ensureContrast(link, [other]));
  return [
    `.reveal ${otherSlide}{--r-link-color:${linkColour};--r-link-color-hover:${linkColour}}`,
    ...elementColourRules(css, otherSlide, other),
    ...highlightRules('', backgrounds),
    ...highlightRules(`${otherSlide} `, [other]),
    // Code blocks would have the theme's colour of inline code, on the background of the code style.
    /--r-inline-code-color/.test(css) ? '.reveal pre code.hljs{color:var(--code-ink)}' : '',
  ].join('\n');
}

/** Colours of bold and italic text, inline code and bullets: only dracula has them. */
const ELEMENT_COLOUR_RE = /--r-(?:bold|italic|inline-code|list-bullet)-color:\s*(#[\da-f]+)\b/gi;

/** Writes colours of elements for slides with a background of their own. */
function elementColourRules(css: string, slide: string, background: Rgb): readonly string[] {
  return [...css.matchAll(ELEMENT_COLOUR_RE)].flatMap(([declaration, written = '']) => {
    const [name = ''] = declaration.split(':');
    const colour = readColour(written);
    return colour ? [`.reveal ${slide}{${name}:${writeColour(ensureContrast(colour, [background]))}}`] : [];
  });
}

/** Reads the background colours of a theme, including all colours of a gradient. */
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
 * Adjusts the colours of a highlight.js style. `--code-ink` is the colour of plain code, `--code-quiet` that of dimmed
 * lines.
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

/** Reads the colours of plain code; `undefined` if they are not simple colours. */
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
    // Tokens with their own background have the colour of plain code.
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

/** The colour of dimmed text: as close to the background as is readable. */
export function mutedColour(textColour: Rgb, background: Rgb): Rgb {
  for (let amount = 0.6; amount > 0; amount -= STEP) {
    const muted = mixColours(textColour, background, amount);
    if (contrastRatio(muted, background) >= MIN_CONTRAST) return muted;
  }
  return textColour;
}

/** The shares of the text colour in quiet text, in percent; the first one that is readable is used. */
const QUIET_SHARES = [72, 76, 80, 84, 88, 92, 96] as const;

/** The rule for quiet text in a theme of reveal.js, where it would have too little contrast; empty for all others. */
export function quietRule(themeCss: string): string {
  const [text, background] = ['main', 'background'].map((name) =>
    readColour(new RegExp(`--r-${name}-color:\\s*([^;}]+)`).exec(themeCss)?.[1] ?? ''),
  );
  if (!text || !background) return '';
  const isReadable = (share: number): boolean =>
    contrastRatio(mixColours(background, text, share / 100), background) >= MIN_CONTRAST;
  const share = QUIET_SHARES.find(isReadable) ?? 100;
  return share === QUIET_SHARES[0] ? '' : `:root{--deck-quiet-share:${share}%}`;
}
