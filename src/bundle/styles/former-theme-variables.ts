/**
 * The typography of themes that reveal.js 6 changed. Decks written for reveal-hugo are laid out for the former values, so
 * those are used.
 */

/** Values by the names of variables, without `--r-`. */
type Variables = Readonly<Record<string, string>>;

/** Headings of normal weight, in the sizes of themes with narrow fonts. */
const HEADINGS: Variables = {
  'heading-font-weight': 'normal',
  'heading1-size': '3.77em',
  'heading2-size': '2.11em',
  'heading3-size': '1.55em',
};

/** Text and headings of the themes with League Gothic. */
const LEAGUE_GOTHIC: Variables = {
  ...HEADINGS,
  'main-font-size': '40px',
  'heading-font': '"League Gothic",Impact,sans-serif',
};

/** The former values by theme. */
const FORMER_VARIABLES: Readonly<Record<string, Variables>> = {
  beige: { 'main-font': '"Lato",sans-serif', ...LEAGUE_GOTHIC },
  dracula: { 'background-color': '#282a36', ...LEAGUE_GOTHIC },
  night: { 'main-color': '#eee', 'heading-color': '#eee' },
  serif: { 'main-font-size': '40px', 'heading-font-weight': 'normal' },
  simple: { 'heading-text-transform': 'none', ...HEADINGS },
  sky: { 'heading-letter-spacing': '-.08em' },
};

/** Restores the typography of reveal.js 5 in the stylesheet of a theme. */
export function withFormerTypography(theme: string, css: string): string {
  return Object.entries(FORMER_VARIABLES[theme] ?? {}).reduce(
    (text, [name, value]) => text.replace(new RegExp(`--r-${name}:[^;}]*`), `--r-${name}:${value}`),
    css,
  );
}
