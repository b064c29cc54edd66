/** Pictures without alternative text, which screen readers announce by their file names. */
import type { TagFacts } from '../../types.ts';
import type { LintFinding, LintRule } from '../rule.ts';
import type { LintedSlide, UsedAddress } from '../slides.ts';

export const missingAlt: LintRule = {
  codes: ['alt-missing'],
  check: ({ parts }) =>
    parts.flatMap((slide) => {
      if (!slide.tags.some(lacksAlt)) return [];
      const uses = new Map(slide.addresses.toReversed().map((use) => [use.tag, use]));
      return slide.tags.filter(lacksAlt).map((tag) => describeImage(slide, uses.get(tag)));
    }),
};

function describeImage(slide: LintedSlide, use: UsedAddress | undefined): LintFinding {
  const name = use ? ` "${use.address}"` : '';
  return {
    code: 'alt-missing',
    message: `the picture${name} has no alternative text, so screen readers don't say what it shows`,
    hint: 'Describe it in alt="…", or write alt="" if it is only decoration.',
    place: use ? { slide, words: use.address, nth: use.nth } : { slide },
  };
}

/** Attributes that name a picture as well. */
const NAMES = ['alt', 'aria-label', 'aria-labelledby', 'title'];

/** `role` of pictures that are decoration. */
const DECORATIVE = ['none', 'presentation'];

/** An empty text says that the picture is decoration. */
function lacksAlt({ name, attributes, within }: TagFacts): boolean {
  if (name !== 'img' || within !== undefined || attributes['aria-hidden'] === 'true') return false;
  return !NAMES.some((one) => one in attributes) && !DECORATIVE.includes(attributes['role'] ?? '');
}
