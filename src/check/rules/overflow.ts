/** Content beyond the slide: what is shown there depends on the window. */
import type { PageTools, ShownItem } from '../page-tools.ts';
import type { Measure, PageRule } from '../types.ts';

declare const deckCheck: PageTools;

export const overflow: PageRule = {
  kind: 'page',
  code: 'overflow',
  when: 'step',
  isOncePerSlide: true,
  measure,
  report({ detail, place, values }) {
    const { excess = 0, size = 0, needed = 0 } = values;
    const percent = Math.round((Number(excess) / Number(size)) * 100);
    return {
      message: `content reaches ${excess} px (${percent} %) beyond the ${detail} of the slide: it takes ${needed} of ${size} px; the first element that does not fit is ${place.name}`,
      hint: 'Split the slide, shorten it, or make pictures and code smaller.',
    };
  },
};

function measure(): readonly Measure[] {
  const slide = deckCheck.slide();
  // A slide that its author wants to be scrolled.
  if (/auto|scroll/.test(getComputedStyle(slide).overflowY)) return [];
  const area = deckCheck.area();
  const page = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  // Something placed freely, such as a logo in a corner, may be next to the slide, but not outside of the window.
  const isFree = (element: Element): boolean =>
    [element, ...deckCheck.ancestors(element)].some((one) =>
      /absolute|fixed/.test(getComputedStyle(one).position),
    );
  // What a box clips is measured as cut content.
  const isClipped = ({ element, text }: ShownItem, side: string): boolean =>
    [...(text ? [element] : []), ...deckCheck.ancestors(element)].some(
      (one) => deckCheck.clips(one)[/left|right/.test(side) ? 'x' : 'y'],
    );
  const excessOf = { left: -1, top: -1, right: 1, bottom: 1 } as const;
  return (['top', 'right', 'bottom', 'left'] as const).flatMap((side) => {
    const beyond = deckCheck.items().flatMap((item) => {
      const distance = (edge: number): number => (edge - area[side]) * excessOf[side];
      if (distance(item[side]) <= area.scale || isClipped(item, side)) return [];
      const excess = distance(side === 'top' || side === 'bottom' ? deckCheck.ink(item)[side] : item[side]);
      if (excess <= area.scale) return [];
      const isOutside = (item[side] - page[side]) * excessOf[side] > area.scale;
      return isFree(item.element) && !isOutside ? [] : [{ item, excess: excess / area.scale }];
    });
    const [first] = beyond;
    if (!first) return [];
    const excess = Math.ceil(Math.max(...beyond.map((one) => one.excess)));
    const length = /left|right/.test(side) ? area.right - area.left : area.bottom - area.top;
    const size = Math.round(length / area.scale);
    const values = { excess, size, needed: size + excess };
    return [{ place: deckCheck.place(deckCheck.unit(first.item.element)), detail: side, values }];
  });
}
