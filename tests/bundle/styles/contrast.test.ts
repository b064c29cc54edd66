/** Text that can be read, by arithmetic: every theme of reveal.js, every style of highlight.js, what fragments colour. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ensureCodeContrast,
  ensureContrast,
  ensureThemeContrast,
  mutedColour,
  quietRule,
  slideContrastRules,
} from '../../../src/bundle/styles/contrast.ts';
import { contrastRatio, readColour, readRgba, type Rgb } from '../../../src/rgb.ts';
import { THEMES } from '../../support/themes.ts';

const MODULES = path.resolve(import.meta.dirname, '..', '..', '..', 'node_modules');
const THEME_FOLDER = path.join(MODULES, 'reveal.js', 'dist', 'theme');
const CODE_FOLDER = path.join(MODULES, 'highlight.js', 'styles');

/** What WCAG 2.2, level AA, asks for characters of any size. */
const LEAST = 4.5;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const colour = (text: string): Rgb => {
  const found = readColour(text);
  if (!found) throw new Error(`${text} is no plain colour`);
  return found;
};

test('contrast is that of WCAG', () => {
  expect(contrastRatio(BLACK, WHITE)).toBeCloseTo(21, 5);
  expect(contrastRatio(WHITE, BLACK)).toBeCloseTo(21, 5);
  expect(contrastRatio(WHITE, WHITE)).toBe(1);
  // The darkest grey that is too light on white, and the lightest that is not.
  expect(contrastRatio(colour('#777777'), WHITE)).toBeCloseTo(4.478, 3);
  expect(contrastRatio(colour('#767676'), WHITE)).toBeCloseTo(4.542, 3);
});

describe('a colour', () => {
  test('that can be read stays the same one', () => {
    const ink = colour('#333');
    expect(ensureContrast(ink, [WHITE])).toBe(ink);
    expect(ensureContrast(ink, [WHITE, colour('#eee')])).toBe(ink);
  });

  test.each([
    ['#999', ['#fff']],
    ['#999', ['#888']],
    ['#ff2c2d', ['#fff']],
    ['#1b91ff', ['#404040']],
    ['#fff', ['#fff']],
    ['#000', ['#000', '#333']],
  ])('%s on %s is moved until it can be read, no further than it has to be', (ink, backgrounds) => {
    const before = colour(ink);
    const behind = backgrounds.map(colour);
    const after = ensureContrast(before, behind);
    const least = Math.min(...behind.map((one) => contrastRatio(after, one)));
    expect(least).toBeGreaterThanOrEqual(LEAST);
    // A step of the way is less than 1.
    expect(least).toBeLessThan(LEAST + 1);
  });

  test('that no end helps stays as it is', () => {
    const ink = colour('#808080');
    expect(ensureContrast(ink, [BLACK, WHITE])).toBe(ink);
  });

  test('for lines that step back can be read, and is nearer to the background', () => {
    const pairs = [
      ['#000', '#fff'],
      ['#fff', '#000'],
      ['#abb2bf', '#282c34'],
    ] as const;
    for (const [ink, background] of pairs.map(([one, other]) => [colour(one), colour(other)] as const)) {
      const quiet = mutedColour(ink, background);
      expect(contrastRatio(quiet, background)).toBeGreaterThanOrEqual(LEAST);
      expect(contrastRatio(quiet, background)).toBeLessThan(contrastRatio(ink, background));
    }
    expect(mutedColour(colour('#767676'), WHITE)).toEqual(colour('#767676'));
  });
});

/** The plain colours of a theme's backgrounds: its own, and all of a gradient. */
function backgroundsOf(css: string): readonly Rgb[] {
  const plain = /--r-background-color:\s*([^;}]+)/.exec(css)?.[1] ?? '';
  const gradient = /--r-background:\s*[\w-]*gradient\(([^;}]*)\)/.exec(css)?.[1] ?? '';
  return [plain, ...(gradient.match(/#[\da-f]{3,8}\b/gi) ?? [])]
    .map((text) => readColour(text))
    .filter((one) => one !== undefined);
}

/** The colours that rules of `slideContrast` give to fragments and links, on slides of their own background or others. */
function colouredBy(css: string, isOther: boolean): readonly Rgb[] {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]+)\}/g)].filter(
    ([, selectors = '']) => /has-(?:dark|light)-background/.test(selectors) === isOther,
  );
  return rules.flatMap(([, , body = '']) =>
    Array.from(body.matchAll(/(?:^|;)(?:color|--r-link-color(?:-hover)?):(#\w+)/g), ([, text = '']) =>
      colour(text),
    ),
  );
}

describe.each(THEMES)('the theme %s', (name) => {
  const css = ensureThemeContrast(readFileSync(path.join(THEME_FOLDER, `${name}.css`), 'utf8'));
  const backgrounds = backgroundsOf(css);

  test('has words and links that can be read', () => {
    expect(backgrounds.length).toBeGreaterThan(0);
    const names = ['main-color', 'link-color', 'link-color-hover'];
    for (const variable of names) {
      const [, value = ''] = new RegExp(`--r-${variable}:\\s*([^;}]+)`).exec(css) ?? [];
      for (const background of backgrounds)
        expect(contrastRatio(colour(value), background), variable).toBeGreaterThanOrEqual(LEAST);
    }
  });

  test('has coloured fragments that can be read, on slides of other backgrounds too, and links there', () => {
    const rules = slideContrastRules(css);
    const own = colouredBy(rules, false);
    expect(own).toHaveLength(3);
    for (const one of own)
      for (const background of backgrounds)
        expect(contrastRatio(one, background)).toBeGreaterThanOrEqual(LEAST);
    const other = /has-(dark|light)-background/.exec(rules)?.[1];
    // reveal.js calls a background dark below half of the way; these are as near to it as words can be read.
    const background: Rgb = other === 'dark' ? [64, 64, 64] : [190, 190, 190];
    const there = colouredBy(rules, true);
    expect(there).toHaveLength(5);
    for (const one of there) expect(contrastRatio(one, background)).toBeGreaterThanOrEqual(LEAST);
    // Colours of single elements, of which only dracula has some.
    const ofElements = [...rules.matchAll(/--r-(?:bold|italic|inline-code|list-bullet)-color:(#\w+)/g)];
    expect(ofElements).toHaveLength(name === 'dracula' ? 4 : 0);
    for (const [, one = ''] of ofElements)
      expect(contrastRatio(colour(one), background)).toBeGreaterThanOrEqual(LEAST);
  });
});

const CODE_STYLES = readdirSync(CODE_FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.min.css'))
  .map((file) => file.split(path.sep).join('/').slice(0, -'.min.css'.length));

/** The last plain colour that a rule gives to a property, seen on a background. */
function declared(body: string, re: RegExp, behind?: Rgb): Rgb | undefined {
  const written = [...body.matchAll(re)].at(-1)?.[1];
  return written === undefined ? undefined : readColour(written, behind);
}
const COLOUR_RE = /(?:^|[;\s])color:\s*([^;}]+)/g;
const BACKGROUND_RE = /(?:^|[;\s])background(?:-color)?:\s*([^;}]+)/g;

/** Styles whose code is on no plain background. */
const WITHOUT_BACKGROUND = [
  'brown-paper',
  'cybertopia-cherry',
  'cybertopia-dimmer',
  'cybertopia-icecap',
  'cybertopia-saturated',
  'equinox',
  'pojoaque',
];

test.each(CODE_STYLES)('code in the style %s can be read in every theme', (name) => {
  // Code has a background of its own, so that a theme has no say in it.
  const css = ensureCodeContrast(readFileSync(path.join(CODE_FOLDER, `${name}.css`), 'utf8'));
  const rules = [...css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(
    ([, selectors = '']) => selectors.includes('.hljs') && !selectors.includes('::selection'),
  );
  const bodies = rules
    .filter(([, selectors = '']) => /(?:^|,)\s*\.hljs\s*(?:,|$)/.test(selectors))
    .map(([, , body = '']) => body);
  const background = bodies.map((body) => declared(body, BACKGROUND_RE)).find((one) => one !== undefined);
  if (WITHOUT_BACKGROUND.includes(name)) {
    // A picture, or nothing plain: it stays as it is.
    expect([background, css.includes('--code-ink')]).toEqual([undefined, false]);
    return;
  }
  if (!background) throw new Error('it has no plain background');
  for (const [, selectors = '', body = ''] of rules) {
    const behind = declared(body, BACKGROUND_RE, background) ?? background;
    const ink = declared(body, COLOUR_RE, behind);
    if (ink) expect(contrastRatio(ink, behind), selectors.trim()).toBeGreaterThanOrEqual(LEAST);
  }
  for (const variable of ['--code-ink', '--code-quiet']) {
    const [, value = ''] = new RegExp(`${variable}:(#\\w+)`).exec(css) ?? [];
    expect(readRgba(value)?.alpha).toBe(1);
    expect(contrastRatio(colour(value), background), variable).toBeGreaterThanOrEqual(LEAST);
  }
});

test.each(THEMES)('quiet text around the slides can be read in %s', (theme) => {
  const css = ensureThemeContrast(readFileSync(path.join(THEME_FOLDER, `${theme}.css`), 'utf8'));
  const share = Number(/share:(\d+)%/.exec(quietRule(css))?.[1] ?? 72) / 100;
  const [text, ground] = ['main', 'background'].map((name) =>
    colour(new RegExp(`--r-${name}-color:([^;}]+)`).exec(css)?.[1] ?? ''),
  );
  const mixed = ground!.map((from, n) => from + (text![n]! - from) * share) as unknown as Rgb;
  expect(contrastRatio(mixed, ground!)).toBeGreaterThanOrEqual(LEAST);
});
