/**
 * The typography of themes that reveal.js 6 changed. Decks written for reveal-hugo are laid out for the former values, so
 * those are used.
 */

/** The former values by theme; names of variables are without `--r-`. */
const FORMER_VARIABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  beige: {
    'main-font': '"Lato",sans-serif',
    'main-font-size': '40px',
    'heading-font': '"League Gothic",Impact,sans-serif',
    'heading-font-weight': 'normal',
    'heading1-size': '3.77em',
    'heading2-size': '2.11em',
    'heading3-size': '1.55em',
  },
  dracula: {
    'background-color': '#282a36',
    'main-font-size': '40px',
    'heading-font': '"League Gothic",Impact,sans-serif',
    'heading-font-weight': 'normal',
    'heading1-size': '3.77em',
    'heading2-size': '2.11em',
    'heading3-size': '1.55em',
  },
  night: { 'main-color': '#eee', 'heading-color': '#eee' },
  serif: { 'main-font-size': '40px', 'heading-font-weight': 'normal' },
  simple: {
    'heading-text-transform': 'none',
    'heading-font-weight': 'normal',
    'heading1-size': '3.77em',
    'heading2-size': '2.11em',
    'heading3-size': '1.55em',
  },
  sky: { 'heading-letter-spacing': '-.08em' },
};

/** Restores the typography of reveal.js 5 in the stylesheet of a theme. */
export function withFormerTypography(theme: string, css: string): string {
  return Object.entries(FORMER_VARIABLES[theme] ?? {}).reduce(
    (text, [name, value]) => text.replace(new RegExp(`--r-${name}:[^;}]*`), `--r-${name}:${value}`),
    css,
  );
}
