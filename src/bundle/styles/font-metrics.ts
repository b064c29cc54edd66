/**
 * Fallback fonts: system fonts adjusted to the size of a theme's fonts, so that the layout does not shift when those are
 * loaded.
 */

/** Average widths of lower-case and upper-case letters in an English text, in ems. */
interface Widths {
  readonly lower: number;
  readonly upper: number;
}

/** The metrics of a font. */
interface Metrics {
  /** Extent above and below the baseline, in ems. */
  readonly ascent: number;
  readonly descent: number;
  readonly regular: Widths;
  readonly bold: Widths;
}

const widths = (lower: number, upper: number): Widths => ({ lower, upper });

/**
 * Metrics by family, measured in the WOFF files of @fontsource: `hhea`, and the advance widths in `hmtx`, weighted by the
 * frequency of letters in English. A family without a face of one weight has the widths of the other.
 */
const FAMILIES: Readonly<Record<string, Metrics>> = {
  Lato: { ascent: 0.987, descent: 0.213, regular: widths(0.4385, 0.5783), bold: widths(0.4493, 0.5824) },
  'League Gothic': {
    ascent: 0.9675,
    descent: 0.2325,
    regular: widths(0.2656, 0.3191),
    bold: widths(0.2656, 0.3191),
  },
  Manrope: {
    ascent: 1.066,
    descent: 0.3,
    regular: widths(0.4912, 0.5758),
    bold: widths(0.4912, 0.5758),
  },
  Montserrat: {
    ascent: 0.968,
    descent: 0.251,
    regular: widths(0.5382, 0.6491),
    bold: widths(0.5382, 0.6491),
  },
  'News Cycle': {
    ascent: 1.2568,
    descent: 0.3877,
    regular: widths(0.3916, 0.4946),
    bold: widths(0.3969, 0.5004),
  },
  'Open Sans': {
    ascent: 1.0688,
    descent: 0.293,
    regular: widths(0.474, 0.5666),
    bold: widths(0.5105, 0.5926),
  },
  Quicksand: { ascent: 1, descent: 0.25, regular: widths(0.4717, 0.5752), bold: widths(0.4964, 0.5821) },
  'Source Sans 3': {
    ascent: 1.024,
    descent: 0.4,
    regular: widths(0.4235, 0.5047),
    bold: widths(0.4363, 0.5159),
  },
  'Source Sans Pro': {
    ascent: 0.984,
    descent: 0.273,
    regular: widths(0.4235, 0.5046),
    bold: widths(0.4362, 0.5157),
  },
  Ubuntu: { ascent: 0.932, descent: 0.189, regular: widths(0.4513, 0.5488), bold: widths(0.4855, 0.5949) },
};

/** The faces of a fallback font, which have the same widths, by their full names. */
interface Face {
  readonly widths: Widths;
  readonly names: readonly string[];
}

/** System fonts of Windows, macOS, Linux and Android. */
const FALLBACKS: readonly Readonly<Record<'regular' | 'bold', Face>>[] = [
  // Widths of Helvetica in Adobe's font metrics; Roboto differs by one per cent.
  {
    regular: { widths: widths(0.447, 0.6067), names: ['Arial', 'Liberation Sans', 'Roboto'] },
    bold: { widths: widths(0.4842, 0.6135), names: ['Arial Bold', 'Liberation Sans Bold', 'Roboto Bold'] },
  },
  // Noto Sans has the metrics of Open Sans.
  {
    regular: { widths: widths(0.474, 0.5666), names: ['Noto Sans Regular', 'Open Sans Regular'] },
    bold: { widths: widths(0.5105, 0.5926), names: ['Noto Sans Bold', 'Open Sans Bold'] },
  },
];

/** How a theme uses a font family. */
export interface FontUse {
  readonly role: 'heading' | 'main';
  readonly family: string;
  readonly isBold: boolean;
  readonly isUpperCase: boolean;
}

/** Fallbacks for one use of a font. */
export interface FallbackFonts {
  /** Family names for `font-family`, after the family itself. */
  readonly names: readonly string[];
  /** `@font-face` rules. */
  readonly css: string;
}

/** Creates the fallbacks for a font; none if its metrics are unknown. */
export function fallbackFonts({ role, family, isBold, isUpperCase }: FontUse): FallbackFonts {
  const metrics = FAMILIES[family];
  if (!metrics) return { names: [], css: '' };
  const letterCase = isUpperCase ? 'upper' : 'lower';
  const weight = isBold ? 'bold' : 'regular';
  const rows = FALLBACKS.map((fallback, n) => ({
    name: `deck-${role}-${n + 1}`,
    sources: fallback[weight].names.map((name) => `local('${name}')`).join(', '),
    ratio: metrics[weight][letterCase] / fallback[weight].widths[letterCase],
  }));
  return {
    names: rows.map(({ name }) => name),
    css: rows
      .map(({ name, sources, ratio }) =>
        [
          `@font-face{font-family:${name};src:${sources};font-weight:${isBold ? 700 : 400}`,
          `size-adjust:${percent(ratio)};ascent-override:${percent(metrics.ascent / ratio)}`,
          `descent-override:${percent(metrics.descent / ratio)};line-gap-override:0%}`,
        ].join(';'),
      )
      .join('\n'),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
