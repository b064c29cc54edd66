/** Tags `slide` whose attributes the theme would lose. */
import { readLiveTokens } from '../../markup/put-aside.ts';
import type { TagToken } from '../../markup/shortcode-lexer.ts';
import { slideTemplates } from '../../shortcodes/slide-templates.ts';
import type { Page, ShortcodeParams, ShortcodeValue } from '../../types.ts';
import { createShortcodeTools } from '../shortcode-tools.ts';
import type { Stages } from '../stages.ts';
import type { Find } from './trait.ts';

/** What templates of slides are looked up with. */
interface SlideInput {
  readonly stages: Stages;
  readonly pages: readonly Page[];
}

/** Tells of each that stands in a section, or has a class beside that of its template. */
export function surveySlideTags(page: Page, { stages, pages }: SlideInput, find: Find): void {
  let depth = 0;
  for (const token of readLiveTokens(page, stages.markdown)) {
    if (token.kind !== 'tag') continue;
    if (token.name === 'section') depth = Math.max(depth + (token.closing ? -1 : 1), 0);
    if (token.closing || token.name !== 'slide') continue;
    if (depth > 0) find('slide-in-section', token.start);
    if (hasTwoClasses(token, page, { stages, pages })) find('template-class', token.start);
  }
}

function hasTwoClasses({ params }: TagToken, page: Page, { stages, pages }: SlideInput): boolean {
  const name = named(params, 'template');
  if (name === undefined || !named(params, 'class')) return false;
  const templates = slideTemplates(
    page,
    createShortcodeTools({ ...stages, pages }, () => undefined),
  );
  return Boolean(templates[String(name).toLowerCase()]?.['class']);
}

function named(params: ShortcodeParams, key: string): ShortcodeValue | undefined {
  return Array.isArray(params) ? undefined : (params as Readonly<Record<string, ShortcodeValue>>)[key];
}
