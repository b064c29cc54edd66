/** Finds shortcodes whose output Hugo loses or puts elsewhere. */
import { readActiveTokens } from '../../markup/shortcodes/commented-tags.ts';
import type { TagToken } from '../../markup/shortcodes/lexer.ts';
import { findSlideTemplates } from '../../shortcodes/slide-templates.ts';
import type { Page, ShortcodeParams, ShortcodeValue } from '../../types.ts';
import { createShortcodeServices } from '../shortcode-services.ts';
import type { SiteEnvironment } from '../site-environment.ts';
import type { AddFinding } from './finding.ts';

/** The sources in which slide templates are looked up. */
interface SlideInput {
  readonly environment: SiteEnvironment;
  readonly pages: readonly Page[];
}

/** The start of a list item, heading, quote or table cell, which Hugo leaves empty when it inserts a shortcode's lines. */
const TORN_RE = /^[ \t]*(?:[-*+]|\d+[.)]|#{1,6}|>|\|)[ \t]/;

/** Finds slides in a section, slides with a class in addition to that of their template, and shortcodes in comments. */
export function surveySlideTags(
  page: Page,
  { environment, pages }: SlideInput,
  addFinding: AddFinding,
): void {
  const { text } = page.source;
  const { active, commented } = readActiveTokens(page, environment.markdown);
  for (const { closing, start } of commented) if (!closing) addFinding('commented-shortcode', start);
  let depth = 0;
  for (const token of active) {
    if (token.kind !== 'tag') continue;
    const { name, closing, start } = token;
    if (name === 'section') depth = Math.max(depth + (closing ? -1 : 1), 0);
    if (closing) continue;
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    if (name === 'fragment' && depth > 0 && TORN_RE.test(line)) addFinding('fragment-in-place', start);
    if (name !== 'slide') continue;
    if (depth > 0) addFinding('slide-in-section', start);
    if (hasTwoClasses(token, page, { environment, pages })) addFinding('template-class', start);
  }
}

function hasTwoClasses({ params }: TagToken, page: Page, { environment, pages }: SlideInput): boolean {
  const name = named(params, 'template');
  if (name === undefined || !named(params, 'class')) return false;
  const templates = findSlideTemplates(
    page,
    createShortcodeServices({ ...environment, pages }, () => undefined),
  );
  return Boolean(templates[String(name).toLowerCase()]?.['class']);
}

function named(params: ShortcodeParams, key: string): ShortcodeValue | undefined {
  return params.kind === 'named' ? params.values[key] : undefined;
}
