/** Splits the stylesheets of reveal.js themes into critical CSS of the first slide and deferred rules. */
import type { CriticalCss } from '../../types.ts';
import { type FontUse, fallbackFonts } from './font-metrics.ts';
import { withoutFonts } from './fonts.ts';

/** Matches one rule of a minified stylesheet of reveal.js, which nests no deeper than a rule in `@media`. */
export const RULE_RE = /[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}/g;

/** Selectors of elements that exist only after the deck has started. The theme's rules must come after reveal.js's. */
const DEFERRED_RE = /\.(?:controls|progress|roll|r-frame|backgrounds)\b|::selection|:hover/;

/** Has rules in both stylesheets: reveal.js's must not win because they come later. */
const BOTH_RE = /^\s*\.reveal-viewport\s*\{/;

/** Selects the critical rules of a theme, and adds fallbacks for its fonts. */
export function criticalRules(css: string): string {
  const { faces, variables } = fallbackFontRules(css, false);
  return [...readRules(css).filter((rule) => !DEFERRED_RE.test(rule)), faces, variables].join('\n');
}

/** Selects the rules of a theme that come after those of reveal.js. */
export function deferredRules(css: string): string {
  const rules = readRules(css).filter(
    (rule) => DEFERRED_RE.test(rule) || BOTH_RE.test(rule) || findConditions(rule).length > 0,
  );
  return [...rules, fallbackFontRules(css, true).variables].join('\n');
}

/** Tags and classes that few first slides contain; not values of attributes. */
const CONDITIONAL_RE =
  /(?<![\w="'-])(?:table|blockquote|q|pre|code|dl|dt|dd|ol|ul|sup|sub|small|em|i|a|img|video|iframe|r-[hv]?stack|deck-fit)(?![\w-])/g;

/** Finds the tags and classes that a rule applies to; none if every slide may need the rule. */
function findConditions(rule: string): readonly string[] {
  const [selectors = ''] = rule.split('{', 1);
  if (selectors.startsWith('@font-face') || selectors.startsWith(':root')) return [];
  const names = selectors.split(/,(?![^(]*\))/).map((selector) => selector.match(CONDITIONAL_RE) ?? []);
  return names.every((found) => found.length > 0) ? [...new Set(names.flat())] : [];
}

/** Splits a stylesheet into rules that every slide may need, and those that only some need. */
export function splitConditionalRules(css: string): Pick<CriticalCss, 'css' | 'conditionalRules'> {
  const rules = (css.match(RULE_RE) ?? []).map((rule) => ({ css: rule, names: findConditions(rule) }));
  return {
    css: rules.flatMap((rule) => (rule.names.length === 0 ? rule.css : [])).join(''),
    conditionalRules: rules.filter(({ names }) => names.length > 0),
  };
}

const COMMENT_RE = /\/\*[^]*?\*\//g;

/** Selects the rules of a stylesheet that only some first slides need; the others are in their critical CSS. */
export function conditionalRules(css: string): string {
  const rules = css.replace(COMMENT_RE, '').match(RULE_RE) ?? [];
  return rules.filter((rule) => findConditions(rule.trim()).length > 0).join('\n');
}

const LAYOUT_RE = /\[data-layout(\^?)='([\w-]+)'\]/g;

/** Selects the rules for some layouts of slides, and those for all. Rules in `@media` stay together. */
export function layoutRules(css: string, layouts: readonly string[]): string {
  const rules = css.replace(COMMENT_RE, '').match(RULE_RE) ?? [];
  const isUsed = ([, begins, name = '']: RegExpExecArray): boolean =>
    layouts.some((layout) => (begins ? layout.startsWith(name) : layout === name));
  return rules
    .filter((rule) => {
      const [selectors = ''] = rule.split('{', 1);
      const found = [...selectors.matchAll(LAYOUT_RE)];
      return found.length === 0 || found.some(isUsed);
    })
    .join('\n');
}

/** All rules of a theme, with fallbacks for its fonts. */
export function allRules(css: string): string {
  const { faces, variables } = fallbackFontRules(css, true);
  return [withoutFonts(css), faces, variables].join('\n');
}

const readRules = (css: string): readonly string[] => withoutFonts(css).match(RULE_RE) ?? [];

/** Fallbacks for the fonts of a theme, one for each of its two uses. */
interface FontRules {
  readonly faces: string;
  /** The rule that sets the font variables. */
  readonly variables: string;
}

/** Writes fallbacks. In critical CSS the fonts are not named, so that browsers don't search the system for them. */
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
): FontUse & { /** The theme's own fallbacks. */ readonly others: readonly string[] } {
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
