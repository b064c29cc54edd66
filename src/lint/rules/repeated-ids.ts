/** Ids that two elements of a deck have: links lead to the first one alone. */
import type { TagFacts } from '../../types.ts';
import { isCodeLine } from '../code-lines.ts';
import type { LintFinding, LintRule } from '../rule.ts';
import type { LintedSlide } from '../slides.ts';

export const repeatedIds: LintRule = {
  codes: ['id-repeated'],
  check({ parts }) {
    const owners = new Map<string, Owner>();
    const found: LintFinding[] = [];
    for (const slide of parts)
      for (const tag of slide.tags) {
        const id = tag.attributes['id'];
        // Drawings have ids of their own, and repeat the same parts.
        if (!id || tag.within === 'foreign' || isCodeLine(tag)) continue;
        const first = owners.get(id);
        if (!first) owners.set(id, { slide, tag });
        else if (isTrap({ slide, tag }, first)) found.push(repeated({ slide, tag }, first));
      }
    return found;
  },
};

/** An element with an id. */
interface Owner {
  readonly slide: LintedSlide;
  readonly tag: TagFacts;
}

const HEADING_RE = /^h[1-6]$/;

/**
 * Whether links to an id lead elsewhere than its author expects. Headings get their ids from their words, and often
 * repeat them, or that of their own slide: nobody has asked for these ids. Slides that are animated into each other have
 * the same elements.
 */
function isTrap({ slide, tag }: Owner, first: Owner): boolean {
  if (HEADING_RE.test(tag.name)) return false;
  if (slide === first.slide) return !HEADING_RE.test(first.tag.name);
  return !(isAnimated(slide) && isAnimated(first.slide));
}

const isAnimated = ({ tags }: LintedSlide): boolean =>
  tags.some(({ name, attributes }) => name === 'section' && 'data-auto-animate' in attributes);

function repeated({ slide, tag }: Owner, { slide: other }: Owner): LintFinding {
  const { id = '' } = tag.attributes;
  const before = slide.tags.slice(0, slide.tags.indexOf(tag));
  const nth = before.filter(({ attributes }) => attributes['id'] === id).length;
  return {
    code: 'id-repeated',
    message: `the id "${id}" is already that of another element ${describePlace(slide, other)}, and links lead to that one`,
    hint: 'Give one of them another id.',
    place: { slide, words: id, nth, isId: true },
  };
}

function describePlace(slide: LintedSlide, other: LintedSlide): string {
  if (other.section === undefined) return 'around the slides';
  if (other === slide) return 'on this slide';
  const { number, numberInStack } = other;
  return `on slide ${number}${numberInStack === 0 ? '' : `.${numberInStack}`}`;
}
