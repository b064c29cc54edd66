/** The colours of diagrams, from those of the deck: mermaid would mix them from three of them in its own way. */

type Rgb = readonly number[];

/** The colours of a slide: paper, ink and so on, and two tints of the accent. */
type SlideColour = 'paper' | 'ink' | 'accent' | 'quiet' | 'panel' | 'line' | 'pale' | 'tint';

/** The names of mermaid's variables, by the colour that they have. */
const ROLES: Readonly<Record<SlideColour, string>> = {
  paper: `background edgeLabelBackground altSectionBkgColor compositeBackground rowOdd pieStrokeColor
    pieOuterStrokeColor sequenceNumberColor`,
  panel: `primaryColor mainBkg clusterBkg tertiaryColor actorBkg labelBoxBkgColor stateBkg altBackground
    compositeTitleBackground sectionBkgColor sectionBkgColor2 rowEven commitLabelBackground doneTaskBkgColor
    tagLabelBackground quadrant1Fill quadrant2Fill quadrant3Fill quadrant4Fill`,
  ink: `textColor primaryTextColor secondaryTextColor tertiaryTextColor nodeTextColor titleColor classText
    actorTextColor signalColor signalTextColor labelTextColor loopTextColor noteTextColor labelColor taskTextColor
    taskTextOutsideColor taskTextLightColor taskTextDarkColor specialStateColor pieTitleTextColor pieSectionTextColor
    pieLegendTextColor commitLabelColor tagLabelColor transitionLabelColor stateLabelColor quadrantTitleFill
    quadrant1TextFill quadrant2TextFill quadrant3TextFill quadrant4TextFill quadrantXAxisTextFill
    quadrantYAxisTextFill`,
  accent: `primaryBorderColor nodeBorder actorBorder activationBorderColor taskBorderColor todayLineColor
    activeTaskBorderColor critBorderColor taskTextClickableColor quadrantPointFill stateBorder`,
  quiet: `lineColor arrowheadColor defaultLinkColor transitionColor doneTaskBorderColor tagLabelBorder`,
  line: `clusterBorder secondaryBorderColor tertiaryBorderColor actorLineColor labelBoxBorderColor gridColor
    quadrantInternalBorderStrokeFill quadrantExternalBorderStrokeFill`,
  pale: `secondaryColor activationBkgColor taskBkgColor`,
  tint: `activeTaskBkgColor critBkgColor`,
};

/** The shares of the accent in neighbouring areas. */
const SHADES = [0.46, 0.22, 0.34, 0.16, 0.4, 0.26, 0.5, 0.19, 0.3, 0.24, 0.37, 0.44] as const;

/**
 * Writes mermaid's variables for the colours of a slide.
 * @param background the colour that the slide sets for its background; empty if it sets none
 */
export function diagramColours(style: CSSStyleDeclaration, background: string): Record<string, unknown> {
  const mark = toRgb(style.getPropertyValue('--deck-mark'));
  const slide = readColours(style, background);
  const named = Object.entries(ROLES).flatMap(([role, names]) =>
    names.split(/\s+/).map((name) => [name, slide[role as SlideColour]] as const),
  );
  const all: Readonly<Record<string, Rgb>> = {
    ...Object.fromEntries(named),
    noteBkgColor: mark,
    noteBorderColor: mix(mark, slide.ink, 0.2),
    ...areas(slide),
    ...branches(slide),
  };
  const written = Object.fromEntries(Object.entries(all).map(([name, colour]) => [name, toHex(colour)]));
  return { ...written, pieOpacity: '1', pieStrokeWidth: '1.5px', pieOuterStrokeWidth: '0' };
}

function readColours(style: CSSStyleDeclaration, background: string): Readonly<Record<SlideColour, Rgb>> {
  const read = (name: string): Rgb => toRgb(style.getPropertyValue(`--deck-${name}`));
  const [ink, accent, quiet] = [read('ink'), read('accent'), read('quiet')];
  const isOwn = background !== '' && CSS.supports('color', background);
  const paper = isOwn ? toRgb(background) : read('paper');
  return {
    paper,
    ink,
    accent,
    quiet,
    panel: isOwn ? mix(paper, ink, 0.14) : read('panel'),
    line: isOwn ? mix(paper, ink, 0.45) : read('line'),
    pale: mix(paper, accent, 0.16),
    tint: mix(paper, accent, 0.32),
  };
}

/** The pieces of pies, and the branches of mind maps and timelines. */
function areas({ paper, ink, accent, line }: Readonly<Record<SlideColour, Rgb>>): Record<string, Rgb> {
  const shades = SHADES.map((share) => mix(paper, accent, share));
  return {
    ...numbered('pie', shades, 1),
    ...numbered('cScale', shades),
    ...numbered('cScalePeer', shades),
    ...numbered(
      'cScaleInv',
      shades.map(() => line),
    ),
    ...numbered(
      'cScaleLabel',
      shades.map(() => ink),
    ),
    ...numbered('fillType', shades.slice(0, 8)),
  };
}

/** The branches of git graphs, which are lines. */
function branches({
  paper,
  ink,
  accent,
  quiet,
  line,
}: Readonly<Record<SlideColour, Rgb>>): Record<string, Rgb> {
  const [most, much] = [mix(paper, accent, 0.8), mix(paper, accent, 0.6)];
  const lines = [accent, mix(accent, ink, 0.5), quiet, much, ink, most, mix(quiet, paper, 0.3), line];
  const labels = lines.map((colour) => (distance(colour, ink) > distance(colour, paper) ? ink : paper));
  return { ...numbered('git', lines), ...numbered('gitInv', lines), ...numbered('gitBranchLabel', labels) };
}

const numbered = (name: string, list: readonly Rgb[], first = 0): Record<string, Rgb> =>
  Object.fromEntries(list.map((colour, n) => [`${name}${n + first}`, colour]));

const mix = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((part, n) => Math.round(part + ((other[n] ?? 0) - part) * share));

const distance = (one: Rgb, other: Rgb): number =>
  one.reduce((sum, part, n) => sum + Math.abs(part - (other[n] ?? 0)), 0);

const toHex = (colour: Rgb): string =>
  `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** Reads any colour that the browser knows: mermaid reads only the older ways to write one. */
function toRgb(colour: string): Rgb {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  if (!context) return [128, 128, 128];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}
