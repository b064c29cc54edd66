/** Reports attributes of slides that are misspelt, and values that reveal.js does not understand. */
import { createDiagnostic, type Finding, nearestName } from '../diagnostics.ts';
import { checkAttributes, lookAttributes, slideAttributes } from '../site/options/slide.ts';
import type { OptionRow } from '../site/options/row.ts';
import { findValueProblem, type ValueProblem } from '../site/params/option-values.ts';
import type { RenderedDeck, Report, Slide } from '../types.ts';
import { type CheckedSlides, checkedSlides } from './slide-checks.ts';

const PREFIX = 'data-';

/** Attributes that the theme, older versions of reveal.js, and its plugins read. */
const OTHER_ATTRIBUTES: readonly string[] = [
  'audio-src',
  'background',
  'charset',
  'content',
  'duration',
  'exclude-from-pdf',
  'fullscreen',
  'id',
  'markdown',
  'menu-title',
  'name',
  'notes-separator',
  'preload',
  'separator',
  'separator-notes',
  'separator-vertical',
  'start-indexv',
  'stretch',
  'template',
  'transition-duration',
  'vertical-separator',
];

const rows: Readonly<Record<string, OptionRow>> = {
  ...slideAttributes,
  ...lookAttributes,
  ...checkAttributes,
};
const known = [...Object.keys(rows), ...OTHER_ATTRIBUTES];

/** Whether a key is used by one of the site's own templates or files. */
export type IsUsed = (key: string) => boolean;

/** Reports attributes of slides that nobody reads and that resemble known ones, and wrong values of known ones. */
export function checkSlideAttributes(
  rendered: Pick<RenderedDeck, 'deck' | 'slides'>,
  isUsed: IsUsed,
  report: Report,
): void {
  const { slides, textOf } = checkedSlides(rendered);
  const reported = new Set<string>();
  const check = (slide: Slide): void => {
    for (const [attribute, value] of Object.entries(slide.attributes)) {
      const problem = findProblem(attribute, value, isUsed);
      const { file, offset } = slide.position;
      const key = JSON.stringify([attribute, value, file, offset]);
      if (!problem || reported.has(key)) continue;
      reported.add(key);
      report(createDiagnostic({ severity: 'warning', ...problem, ...locate(attribute, slide, textOf) }));
    }
    for (const child of slide.slides) check(child);
  };
  for (const slide of slides) check(slide);
}

type Problem = Pick<Finding, 'code' | 'message' | 'hint'>;

function findProblem(attribute: string, value: string, isUsed: IsUsed): Problem | undefined {
  if (!attribute.startsWith(PREFIX)) return undefined;
  // Names of attributes have no case in HTML.
  const name = attribute.slice(PREFIX.length).toLowerCase();
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  if (row) {
    const problem = findWrongType(row, value) ?? findValueProblem(row, value);
    return problem && { code: 'attribute-value', ...problem, message: `${name} ${problem.message}` };
  }
  if (name.startsWith(PREFIX)) return prefixTwice(attribute);
  return misspelt(name, attribute, isUsed);
}

function findWrongType({ type }: OptionRow, value: string): ValueProblem | undefined {
  const isNumeric = type === 'number' || type === 'integer';
  if (!isNumeric || value.trim() === '' || Number.isFinite(Number(value))) return undefined;
  const inside = /^\s*(\d+(?:\.\d+)?)/.exec(value)?.[1];
  return {
    message: `must be a number, not "${value}"`,
    hint:
      inside === undefined ? 'Correct it, or remove it.' : `Did you mean ${inside}? Numbers have no unit.`,
  };
}

const prefixTwice = (attribute: string): Problem => ({
  code: 'attribute-unknown',
  message: `the slide has the attribute ${attribute}, which reveal.js does not read`,
  hint: `Write ${attribute.slice(2 * PREFIX.length)}: the prefix data- is added.`,
});

/** Names of up to this length may differ in one letter only. */
const SHORT = 7;

function misspelt(name: string, attribute: string, isUsed: IsUsed): Problem | undefined {
  if (known.includes(name)) return undefined;
  const nearest = nearestName(name, known, name.length <= SHORT ? 1 : 2);
  if (nearest === undefined || isUsed(attribute)) return undefined;
  return {
    code: 'attribute-unknown',
    message: `the slide has the attribute ${name}, which reveal.js does not read`,
    hint: `Did you mean "${nearest}"?`,
  };
}

/** The place of an attribute in the text of its slide; the start of the slide if it comes from elsewhere. */
function locate(
  attribute: string,
  { position: { file, offset } }: Slide,
  textOf: CheckedSlides['textOf'],
): Pick<Finding, 'source' | 'offset'> {
  const text = textOf(file);
  if (text === undefined) return {};
  const written = [attribute, attribute.slice(PREFIX.length)].map((name) => text.indexOf(`${name}=`, offset));
  const found = Math.min(...written.filter((at) => at >= 0));
  return { source: { path: file, text }, offset: Number.isFinite(found) ? found : offset };
}
