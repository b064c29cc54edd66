/** Content beyond the slide: what is shown there depends on the window. */
import type { RevealApi } from 'reveal.js';
import type { ShownItem, SlideTools } from './slide-tools.ts';
import type { InstantRule, Measure } from './types.ts';

declare const deckCheck: SlideTools;
declare const Reveal: RevealApi;

export const overflow: InstantRule<'overflow'> = {
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

type Side = 'left' | 'top' | 'right' | 'bottom';

function measure(): readonly Measure[] {
  const slide = deckCheck.slide();
  if (deckCheck.isUnfinished()) return [];
  // A slide that its author wants to be scrolled.
  if (/auto|scroll/.test(getComputedStyle(slide).overflowY)) return [];
  const area = deckCheck.area();
  const page = deckCheck.window();
  // Something placed freely, such as a logo in a corner, may be next to the slide, but not outside of the window.
  const isFree = (element: Element): boolean =>
    [element, ...deckCheck.ancestors(element)].some((one) =>
      /absolute|fixed/.test(getComputedStyle(one).position),
    );
  // What a box clips is measured as cut content, but the box itself may be beyond the slide.
  const seen = ({ element, text }: ShownItem, side: Side, edge: number): number =>
    [...(text ? [element] : []), ...deckCheck.ancestors(element)]
      .filter((one) => deckCheck.clips(one)[/left|right/.test(side) ? 'x' : 'y'])
      .map((one) => one.getBoundingClientRect()[side])
      .reduce((a, b) => (side === 'bottom' || side === 'right' ? Math.min(a, b) : Math.max(a, b)), edge);
  // A line may reach a little into the margin around the slide, where it is seen in every window.
  const tolerance = Math.min(0.01, (Number(Reveal.getConfig().margin) || 0) / 2);
  const excessOf = { left: -1, top: -1, right: 1, bottom: 1 } as const;
  return (['top', 'right', 'bottom', 'left'] as const).flatMap((side) => {
    const length = /left|right/.test(side) ? area.right - area.left : area.bottom - area.top;
    const beyond = deckCheck.items().flatMap((item) => {
      const distance = (edge: number): number => (edge - area[side]) * excessOf[side];
      if (distance(item[side]) <= area.scale) return [];
      const isLine = side === 'top' || side === 'bottom';
      const edge = seen(item, side, isLine ? deckCheck.ink(item)[side] : item[side]);
      const excess = distance(edge);
      if (excess <= area.scale) return [];
      const isOutside = (seen(item, side, item[side]) - page[side]) * excessOf[side] > area.scale;
      const isSeen = isFree(item.element) || excess <= tolerance * length;
      return isSeen && !isOutside ? [] : [{ item, excess: excess / area.scale }];
    });
    const [first] = beyond;
    if (!first) return [];
    const excess = Math.ceil(Math.max(...beyond.map((one) => one.excess)));
    const size = Math.round(length / area.scale);
    const values = { excess, size, needed: size + excess };
    return [{ place: deckCheck.place(deckCheck.unit(first.item.element)), detail: side, values }];
  });
}
