/** Content that a box on the slide cuts off: code, a table, a column or a frame. */
import type { ShownItem, SlideTools } from './slide-tools.ts';
import type { InstantRule, Measure } from './types.ts';

declare const deckCheck: SlideTools;

export const contentCut: InstantRule<'content-cut'> = {
  kind: 'page',
  code: 'content-cut',
  when: 'step',
  measure,
  report({ detail, place, values }) {
    const { visible = 0, needed = 0 } = values;
    const percent = Math.round((1 - Number(visible) / Number(needed)) * 100);
    return {
      message: `${place.name} cuts off ${Number(needed) - Number(visible)} px (${percent} %) of its ${detail}: it shows ${visible} of ${needed} px`,
      hint: 'Shorten the content, make its type smaller, or give the box more room. A box that is meant to be scrolled has a class with "scroll" in its name, or overflow in its style.',
    };
  },
};

function measure(): readonly Measure[] {
  if (deckCheck.isUnfinished()) return [];
  const { scale } = deckCheck.area();
  const found = new Map<string, Measure>();
  const isMeant = (box: HTMLElement, detail: 'width' | 'height'): boolean => {
    const { textOverflow, webkitLineClamp } = getComputedStyle(box);
    if (deckCheck.isVisuallyHidden(box) || deckCheck.scrolls(box)) return true;
    if (detail === 'width') return textOverflow === 'ellipsis';
    // Code with steps is scrolled to the lines of each step.
    return webkitLineClamp !== 'none' || box.matches('code[data-line-numbers*="|"]');
  };
  const check = (item: ShownItem, box: HTMLElement): void => {
    const clips = deckCheck.clips(box);
    if (!clips.x && !clips.y) return;
    // A picture alone in its box is cropped on purpose.
    if (!item.text && (box.textContent ?? '').trim() === '') return;
    const { left, top, width, height } = box.getBoundingClientRect();
    const [x, y] = [width / (box.offsetWidth || 1), height / (box.offsetHeight || 1)];
    const start = { x: left + box.clientLeft * x, y: top + box.clientTop * y };
    const cut = {
      width: clips.x && (item.left < start.x - scale || item.right > start.x + box.clientWidth * x + scale),
      height: clips.y && (item.top < start.y - scale || item.bottom > start.y + box.clientHeight * y + scale),
    };
    for (const detail of ['width', 'height'] as const) {
      if (!cut[detail] || isMeant(box, detail)) continue;
      const [visible, needed] =
        detail === 'width' ? [box.clientWidth, box.scrollWidth] : [box.clientHeight, box.scrollHeight];
      if (needed - visible <= 1) continue;
      const place = deckCheck.place(deckCheck.unit(box));
      found.set(`${place.path} ${detail}`, { place, detail, values: { visible, needed } });
    }
  };
  for (const item of deckCheck.items())
    for (const box of [item.element, ...deckCheck.ancestors(item.element)])
      if (box instanceof HTMLElement && (item.text || box !== item.element)) check(item, box);
  return [...found.values()];
}
