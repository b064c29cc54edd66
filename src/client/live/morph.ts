/**
 * Turns elements on the screen into new ones, and touches nothing that is equal. There are always three versions: the
 * live element, the HTML it was created from, and the new HTML. So the changes of reveal.js and the reader stay: what
 * is visible, playing and scrolled.
 */
import { type Item, matchItems, findUnmoved } from './match.ts';

/** reveal.js numbers the fragments of a slide, and overwrites the author's numbers. */
const FRAGMENT_INDEX = 'data-fragment-index';

/**
 * Turns `live`, which was created from `was`, into `next`.
 * @returns the element to use: `next` itself if a script has replaced the content of `live`, such as the text of a
 * diagram with its drawing. A slide always stays the same element.
 */
export function morph(live: Element, was: Element, next: Element): Element {
  const children = [...live.childNodes];
  const isAsMade =
    children.length === was.childNodes.length &&
    children.every((child, n) => child.nodeName === was.childNodes[n]?.nodeName);
  if (!isAsMade && !isSlide(live)) return next;
  morphAttributes(live, was, next);
  if (isAsMade) morphChildren(live, children, [...was.childNodes], [...next.childNodes]);
  else live.replaceChildren(...next.childNodes);
  return live;
}

function morphChildren(
  parent: Element,
  live: readonly Node[],
  was: readonly Node[],
  next: readonly Node[],
): void {
  const indexes = [...matchItems(was.map(createItem), next.map(createItem))];
  const nodes = next.map((node, n) => {
    const index = indexes[n];
    const [known, source] = index === undefined ? [] : [live[index], was[index]];
    if (!known || !source) return node;
    const result = morphNode(known, source, node);
    if (result !== known) indexes[n] = undefined;
    return result;
  });
  arrange(parent, live, nodes, indexes);
}

function morphNode(live: Node, was: Node, next: Node): Node {
  if (!(live instanceof Element && was instanceof Element && next instanceof Element)) {
    if (live.nodeValue !== next.nodeValue) live.nodeValue = next.nodeValue;
    return live;
  }
  if (!was.isEqualNode(next)) return morph(live, was, next);
  restoreFragmentIndexes(live, next);
  return live;
}

/** Replaces `live` with `nodes`. `indexes` are their old positions; as few nodes as possible are moved. */
export function arrange(
  parent: Element,
  live: readonly Node[],
  nodes: readonly Node[],
  indexes: readonly (number | undefined)[],
): void {
  const remaining = new Set(nodes);
  const following = live.at(-1)?.nextSibling ?? null;
  for (const node of live) if (!remaining.has(node)) node.parentNode?.removeChild(node);
  const unmoved = findUnmoved(indexes);
  let before = following;
  for (const [n, node] of [...nodes.entries()].toReversed()) {
    const index = indexes[n];
    if (index === undefined || !unmoved.has(index)) parent.insertBefore(node, before);
    before = node as ChildNode;
  }
}

/** Updates the attributes that have changed, and leaves those that were added to the live element. */
export function morphAttributes(live: Element, was: Element, next: Element): void {
  const names = new Set([...was.getAttributeNames(), ...next.getAttributeNames()]);
  for (const name of names) {
    const [before, after] = [was.getAttribute(name), next.getAttribute(name)];
    if (before === after) continue;
    if (name === 'class') morphClass(live, was, next);
    else if (name === 'style') morphStyle(live, was, next);
    else if (after === null) live.removeAttribute(name);
    else live.setAttribute(name, after);
  }
  const number = next.getAttribute(FRAGMENT_INDEX);
  if (number === null) live.removeAttribute(FRAGMENT_INDEX);
  else live.setAttribute(FRAGMENT_INDEX, number);
}

function morphClass(live: Element, was: Element, next: Element): void {
  for (const name of was.classList) if (!next.classList.contains(name)) live.classList.remove(name);
  for (const name of next.classList) live.classList.add(name);
  if (!next.classList.contains('fragment')) live.classList.remove('visible', 'current-fragment');
  if (live.classList.length === 0) live.removeAttribute('class');
}

function morphStyle(live: Element, was: Element, next: Element): void {
  const [style, before, after] = [live, was, next].map((element) => (element as HTMLElement).style);
  if (!style || !before || !after) return;
  for (const name of before) if (after.getPropertyValue(name) === '') style.removeProperty(name);
  for (const name of after)
    style.setProperty(name, after.getPropertyValue(name), after.getPropertyPriority(name));
}

/** Restores the author's fragment numbers in an unchanged element. */
function restoreFragmentIndexes(live: Element, next: Element): void {
  const [elements, sources] = [live, next].map((element) => [element, ...element.querySelectorAll('*')]);
  if (!elements || elements.length !== sources?.length) return;
  for (const [n, element] of elements.entries()) {
    const number = sources[n]?.getAttribute(FRAGMENT_INDEX);
    if (typeof number === 'string') element.setAttribute(FRAGMENT_INDEX, number);
    else element.removeAttribute(FRAGMENT_INDEX);
  }
}

/** Whether a node is a slide or a stack. */
const isSlide = (node: Node): boolean => node.nodeName === 'SECTION';

const HEADING = 'h1, h2, h3, h4, h5, h6';

/** Describes a node for matching: a slide by its id, or else by its heading. */
export function createItem(node: Node): Item {
  const kind = node.nodeName;
  if (!(node instanceof Element)) return { kind, text: `${kind} ${node.nodeValue}`, names: [] };
  const id = node.id === '' ? '' : `#${node.id}`;
  const heading = node.querySelector(HEADING)?.textContent.trim() ?? '';
  const names = isSlide(node) ? [id, heading] : [id].filter((name) => name !== '');
  // reveal.js treats a stack differently from a slide.
  const isStack = isSlide(node) && node.querySelector(':scope > section') !== null;
  return { kind: isStack ? 'STACK' : kind, text: node.outerHTML, names };
}
