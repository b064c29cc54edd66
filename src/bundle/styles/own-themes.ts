/**
 * The themes of deckwright: one stylesheet, `themes/studio.css`, whose colours are variables. They are set for light and
 * for dark backgrounds, and so are those of a slide with a background of the other kind.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mixColours, readColour, type Rgb, writeColour } from '../../rgb.ts';
import { accents, type OwnTheme } from '../../types.ts';
import { themesFolder } from '../package-folder.ts';
import { ensureContrast, HIGHLIGHTS, WORST_DARK, WORST_LIGHT } from './contrast.ts';

/** Colours of a light or dark theme, by the names of their variables. */
interface Shades {
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly quiet: Rgb;
  readonly panel: Rgb;
  readonly line: Rgb;
  readonly mark: Rgb;
  readonly keyword: Rgb;
  readonly string: Rgb;
  readonly number: Rgb;
  readonly name: Rgb;
  readonly scheme: 'light' | 'dark';
}

const rgb = (hex: string): Rgb => readColour(hex) ?? [0, 0, 0];

const LIGHT: Shades = {
  paper: rgb('#fcfcfa'),
  ink: rgb('#1b1f27'),
  quiet: rgb('#5a6170'),
  panel: rgb('#f1f2ef'),
  line: rgb('#d5d8d4'),
  mark: rgb('#ffe58a'),
  keyword: rgb('#a3248c'),
  string: rgb('#22694a'),
  number: rgb('#a34100'),
  name: rgb('#1d52b8'),
  scheme: 'light',
};

const DARK: Shades = {
  paper: rgb('#14171d'),
  ink: rgb('#eceff4'),
  quiet: rgb('#a6aebc'),
  panel: rgb('#1f242d'),
  line: rgb('#3a4250'),
  mark: rgb('#6b5a16'),
  keyword: rgb('#f0a3e0'),
  string: rgb('#8fd9b0'),
  number: rgb('#ffb783'),
  name: rgb('#9dbfff'),
  scheme: 'dark',
};

/** The colours of palettes on light and on dark backgrounds. */
const PALETTES: Readonly<Record<(typeof accents)[number], readonly [light: string, dark: string]>> = {
  ocean: ['#2460d8', '#8fb4ff'],
  forest: ['#1c7c4d', '#72d2a0'],
  ember: ['#c8451a', '#ffab85'],
  plum: ['#8438b8', '#d9a7f5'],
  rose: ['#c51d5d', '#ff9dbf'],
  slate: ['#4a5a70', '#b4c0d2'],
};

/** The share of white in an accent of the author's on dark backgrounds, where pure colours are dim. */
const LIFT = 0.35;

/** The colours of an accent on light and on dark backgrounds, before they are made readable. */
function coloursOf(accent: string): readonly [light: Rgb, dark: Rgb] {
  const name = accents.find((one) => one === accent);
  const own = name ? undefined : readColour(accent);
  if (own) return [own, mixColours(own, [255, 255, 255], LIFT)];
  const [light, dark] = PALETTES[name ?? 'ocean'];
  return [rgb(light), rgb(dark)];
}

/** Whether a text names an accent: a palette or a colour. */
export const isAccent = (written: string): boolean =>
  accents.some((name) => name === written) || readColour(written) !== undefined;

/** The stylesheet of a theme. An accent that is none is the default. */
export function ownThemeCss(theme: OwnTheme, accent = 'ocean'): string {
  const [onLight, onDark] = coloursOf(accent);
  const light = variables(LIGHT, onLight);
  const dark = variables(DARK, onDark);
  const own = theme === 'studio-dark' ? dark : light;
  const rules = readFileSync(path.join(themesFolder(), 'studio.css'), 'utf8');
  return [
    `:root{${own}}`,
    ...(theme === 'studio-auto' ? [`@media (prefers-color-scheme:dark){:root{${dark}}}`] : []),
    `${onOther('light')}{${theme === 'studio' ? '' : `${light};`}${ON_ANY};${highlights([WORST_LIGHT])}}`,
    `${onOther('dark')}{${theme === 'studio-dark' ? '' : `${dark};`}${ON_ANY};${highlights([WORST_DARK])}}`,
    // As in the stylesheets of reveal.js, rules have no whitespace around their braces.
    rules
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ?([{};]) ?/g, '$1')
      .trim(),
  ].join('\n');
}

/** What is on a background of a slide: the slide, and what is around the current one. */
const onOther = (scheme: Shades['scheme']): string =>
  `.reveal section.has-${scheme}-background,.reveal.has-${scheme}-background>:is(.controls,.progress,.slide-number,.deck-footer,.deck-sections)`;

/** On a background of any colour, an accent may be invisible: links are underlined. */
const ON_ANY =
  '--deck-accent:var(--deck-ink);--deck-on-accent:var(--deck-paper);--r-link-color:var(--deck-ink);--r-link-color-hover:var(--deck-ink);--deck-quiet:var(--deck-ink)';

/** The shares of black or white in a link under the pointer. */
const HOVER = 0.18;

function variables({ scheme, ...colours }: Shades, wanted: Rgb): string {
  const { paper, ink, panel } = colours;
  const accent = ensureContrast(wanted, [paper, panel]);
  const white: Rgb = [255, 255, 255];
  const rows: Readonly<Record<string, Rgb>> = {
    ...Object.fromEntries(Object.entries(colours).map(([name, colour]) => [`deck-${name}`, colour])),
    'deck-accent': accent,
    'deck-on-accent': ensureContrast(scheme === 'light' ? white : paper, [accent]),
    'r-background-color': paper,
    'r-main-color': ink,
    'r-heading-color': ink,
    'r-link-color': accent,
    'r-link-color-hover': mixColours(accent, ink, HOVER),
    'r-selection-background-color': accent,
    'r-selection-color': ensureContrast(paper, [accent]),
  };
  const written = Object.entries(rows).map(([name, colour]) => `--${name}:${writeColour(colour)}`);
  return [`color-scheme:${scheme}`, ...written, highlights([paper, panel])].join(';');
}

/** The colours of fragments that highlight text, where they can be read. */
const highlights = (backgrounds: readonly Rgb[]): string =>
  HIGHLIGHTS.map(
    ([name, colour]) => `--deck-${name}:${writeColour(ensureContrast(colour, backgrounds))}`,
  ).join(';');
