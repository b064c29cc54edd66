/**
 * What reveal.js 6 has changed in the letters of its themes. Decks that were written for reveal-hugo have their lines and
 * their room by what stood there before, so that counts.
 */

/** By the theme, each variable of reveal.js without its prefix. */
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

/** The stylesheet of a theme of reveal.js, with the letters that it had before version 6. */
export function withFormerTypography(theme: string, css: string): string {
  return Object.entries(FORMER_VARIABLES[theme] ?? {}).reduce(
    (text, [name, value]) => text.replace(new RegExp(`--r-${name}:[^;}]*`), `--r-${name}:${value}`),
    css,
  );
}
