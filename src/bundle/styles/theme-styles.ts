/** The stylesheets of reveal.js's themes, in two parts: what a first slide is painted with, and what stands beside slides. */
import type { CriticalCss } from '../../types.ts';
import { type FontUse, fallbackFonts } from './font-metrics.ts';
import { withoutFonts } from './fonts.ts';

/** The rules of a stylesheet one by one. Those of reveal.js are minified, and nested no deeper than a rule in `@media`. */
export const RULE_RE = /[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}/g;

/** What is there only when the deck has been started. reveal.js has rules of its own for it, and the theme's come after. */
const DEFERRED_RE = /\.(?:controls|progress|roll|r-frame|backgrounds)\b|::selection|:hover/;

/** Both have rules for it: reveal.js's must not win because they come later. */
const BOTH_RE = /^\.reveal-viewport\{/;

/** The rules of a theme that slides are painted with, and stand-ins for its fonts. */
export function criticalRules(css: string): string {
  const { faces, variables } = fallbackFontRules(css, false);
  return [...readRules(css).filter((rule) => !DEFERRED_RE.test(rule)), faces, variables].join('\n');
}

/** The rules of a theme that come after those of reveal.js. */
export function deferredRules(css: string): string {
  const rules = readRules(css).filter(
    (rule) => DEFERRED_RE.test(rule) || BOTH_RE.test(rule) || findConditions(rule).length > 0,
  );
  return [...rules, fallbackFontRules(css, true).variables].join('\n');
}

/** What few first slides have in them, as tags and classes. */
const CONDITIONAL_RE =
  /(?<![\w-])(?:table|blockquote|q|pre|code|dl|dt|dd|ol|ul|sup|sub|small|em|i|a|img|video|iframe|r-[hv]?stack)(?![\w-])/g;

/** The names without which a rule has nothing to do; none for one that every slide may need. */
function findConditions(rule: string): readonly string[] {
  const [selectors = ''] = rule.split('{', 1);
  if (selectors.startsWith('@font-face') || selectors.startsWith(':root')) return [];
  const names = selectors.split(/,(?![^(]*\))/).map((selector) => selector.match(CONDITIONAL_RE) ?? []);
  return names.every((found) => found.length > 0) ? [...new Set(names.flat())] : [];
}

/** The rules of a stylesheet that every slide may need, and those that only some do. */
export function splitConditionalRules(css: string): Pick<CriticalCss, 'css' | 'conditionalRules'> {
  const rules = (css.match(RULE_RE) ?? []).map((rule) => ({ css: rule, names: findConditions(rule) }));
  return {
    css: rules.flatMap((rule) => (rule.names.length === 0 ? rule.css : [])).join(''),
    conditionalRules: rules.filter(({ names }) => names.length > 0),
  };
}

/** All rules of a theme, and stand-ins for its fonts. */
export function allRules(css: string): string {
  const { faces, variables } = fallbackFontRules(css, true);
  return [withoutFonts(css), faces, variables].join('\n');
}

const readRules = (css: string): readonly string[] => withoutFonts(css).match(RULE_RE) ?? [];

/** Stand-ins for the fonts of a theme, one for each of its two uses. */
interface FontRules {
  readonly faces: string;
  /** What names them. */
  readonly variables: string;
}

/** Without the fonts themselves, a browser does not look for them among those of the system, where they seldom are. */
function fallbackFontRules(css: string, isAfterFonts: boolean): FontRules {
  const uses = (['main', 'heading'] as const).map((role) => fontUse(css, role));
  const rows = uses.map((use) => ({ ...use, ...fallbackFonts(use) })).filter(({ names }) => names.length > 0);
  const variables = rows.map(({ role, family, names, others }) => {
    const fonts = [...(isAfterFonts ? [`'${family}'`] : []), ...names, ...others];
    return `--r-${role}-font:${fonts.join(',')}`;
  });
  return {
    faces: rows.map((row) => row.css).join('\n'),
    variables: rows.length === 0 ? '' : `:root{${variables.join(';')}}`,
  };
}

function fontUse(
  css: string,
  role: FontUse['role'],
): FontUse & { /** What the theme names behind it. */ readonly others: readonly string[] } {
  const [first = '', ...others] = (variable(css, `${role}-font`) ?? '').split(',').map((name) => name.trim());
  const isHeading = role === 'heading';
  return {
    role,
    family: first.replace(/^["']|["']$/g, ''),
    isBold: isHeading && Number(variable(css, 'heading-font-weight')) >= 600,
    isUpperCase: isHeading && variable(css, 'heading-text-transform') === 'uppercase',
    others,
  };
}

function variable(css: string, name: string): string | undefined {
  return new RegExp(`--r-${name}:([^;}]*)`).exec(css)?.[1];
}
