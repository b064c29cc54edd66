/**
 * Marks the pictures that take the room that is left on their slide, and these slides, for the rules in
 * `src/client/look/pictures.css`: a picture that is alone in its paragraph or figure, or in the slide itself. Sizes of the
 * author win.
 */
import { addAttributes, addClass, applyEdits, type Edit } from '../html-edits.ts';
import { findEnds, type HtmlToken, readHtml, type StartTag, VOID_ELEMENTS } from '../html.ts';
import { isNotes, readClasses } from '../slide-html.ts';

/** The class of a slide whose pictures share the room. */
const SLIDE = 'deck-fit';

/** The class of what shrinks: an image, or the paragraph, figure or fragment around it. */
const PICTURE = 'deck-fitted';

/** The class of a paragraph with several images, which are side by side. */
const ROW = 'deck-fitted-row';

/** Marks the pictures of a section, or of the slides of a stack. */
export function fitPictures(html: string): string {
  if (!html.toLowerCase().includes('<img')) return html;
  const tokens = readHtml(html);
  const source: Source = { html, tokens, ends: findEnds(tokens) };
  const found = readChildren(source, 0, tokens.length) ?? [];
  return applyEdits(
    html,
    found.flatMap((one) => (one.tag?.name === 'section' ? fitSlide(one, source) : [])),
  );
}

interface Source {
  readonly html: string;
  readonly tokens: readonly HtmlToken[];
  /** As `findEnds` finds them. */
  readonly ends: readonly (number | undefined)[];
}

/** An element, or words. */
interface Child {
  /** `undefined` for words. */
  readonly tag: StartTag | undefined;
  /** The tokens in it. */
  readonly first: number;
  readonly end: number;
}

/** The elements and words at the top of a range of tokens; `undefined` if an element in it has no end. */
function readChildren({ tokens, ends }: Source, first: number, end: number): readonly Child[] | undefined {
  const children: Child[] = [];
  for (let n = first; n < end; n++) {
    const token = tokens[n];
    if (token?.kind === 'end') return undefined;
    if (token?.kind === 'text' && token.text.trim() !== '')
      children.push({ tag: undefined, first: n, end: n });
    if (token?.kind !== 'start') continue;
    const last = VOID_ELEMENTS.has(token.name) ? n : ends[n];
    if (last === undefined || last >= end) return undefined;
    children.push({ tag: token, first: n + 1, end: last });
    n = last;
  }
  return children;
}

function fitSlide(slide: Child, source: Source): readonly Edit[] {
  const children = readChildren(source, slide.first, slide.end);
  if (!slide.tag || !children) return [];
  const nested = children.filter(({ tag }) => tag?.name === 'section');
  if (nested.length > 0) return nested.flatMap((child) => fitSlide(child, source));
  // A layout arranges the parts of its slide itself.
  if ('data-layout' in slide.tag.attributes) return [];
  const { marks, sizes } = fitColumn(children, source);
  return marks.length === 0 ? sizes : [...addClass(source.html, slide.tag, SLIDE), ...marks, ...sizes];
}

/** Edits of a slide or a part of it: the marks of pictures, and sizes that are moved from paragraphs to images. */
interface Found {
  readonly marks: readonly Edit[];
  readonly sizes: readonly Edit[];
}

const NOTHING: Found = { marks: [], sizes: [] };

const join = (found: readonly Found[]): Found => ({
  marks: found.flatMap(({ marks }) => marks),
  sizes: found.flatMap(({ sizes }) => sizes),
});

/** Finds the pictures among what is shown one below the other. */
function fitColumn(children: readonly Child[], source: Source): Found {
  const shown = children.filter(({ tag }) => !tag || !(UNSEEN.has(tag.name) || isNotes(tag)));
  const areInline = shown.map((child) => isInline(child, source));
  // The rules put each of them on a line of its own, which would tear a line of words apart.
  const isTorn = areInline.some((one, n) => one && areInline[n - 1]);
  return isTorn ? NOTHING : join(shown.map((child) => fitChild(child, source)));
}

const UNSEEN: ReadonlySet<string> = new Set(['link', 'meta', 'script', 'style', 'template']);

/** Elements that are not part of a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr img main nav ol p pre section table ul'.split(
    ' ',
  ),
);

/** Whether words or an element are part of a line: elements around blocks, such as fragments, are not. */
function isInline({ tag, first, end }: Child, { tokens }: Source): boolean {
  if (!tag) return true;
  if (BLOCKS.has(tag.name)) return false;
  return !tokens.slice(first, end).some((token) => token.kind === 'start' && BLOCKS.has(token.name));
}

function fitChild(child: Child, source: Source): Found {
  const { tag } = child;
  if (!tag || !isFree(tag)) return tag?.name === 'p' ? moveSize(tag, child, source) : NOTHING;
  if (tag.name === 'img') return mark([tag], PICTURE, source);
  if (tag.name === 'p') return fitParagraph(tag, child, source);
  if (tag.name === 'figure') return fitFigure(tag, child, source);
  return readClasses(tag).includes('fragment') ? fitFragment(tag, child, source) : NOTHING;
}

const mark = (tags: readonly StartTag[], name: string, { html }: Source): Found => ({
  marks: tags.flatMap((tag) => addClass(html, tag, name)),
  sizes: [],
});

function fitParagraph(tag: StartTag, child: Child, source: Source): Found {
  const images = readImages(child, source);
  if (images.length === 0 || !images.every(isFree)) return NOTHING;
  return mark([tag], images.length > 1 ? `${PICTURE} ${ROW}` : PICTURE, source);
}

/** What may be around an image that is alone. */
const AROUND: ReadonlySet<string> = new Set(['a', 'picture', 'source', 'span']);

/** The images in an element that contains nothing else; otherwise none. */
function readImages({ first, end }: Child, { tokens }: Source): readonly StartTag[] {
  const images: StartTag[] = [];
  for (const token of tokens.slice(first, end)) {
    if (token.kind === 'text' && token.text.trim() !== '') return [];
    if (token.kind !== 'start') continue;
    if (token.name === 'img') images.push(token);
    else if (!AROUND.has(token.name)) return [];
  }
  return images;
}

function fitFigure(tag: StartTag, child: Child, source: Source): Found {
  const children = readChildren(source, child.first, child.end) ?? [];
  const [picture, ...more] = children.filter((one) => one.tag?.name !== 'figcaption');
  if (!picture?.tag || more.length > 0) return NOTHING;
  const isAlone = picture.tag.name === 'img';
  if (!isAlone && !AROUND.has(picture.tag.name)) return NOTHING;
  const images = isAlone ? [picture.tag] : readImages(picture, source);
  return images.length === 1 && images.every(isFree) ? mark([tag], PICTURE, source) : NOTHING;
}

/** A fragment around blocks. */
function fitFragment(tag: StartTag, child: Child, source: Source): Found {
  const children = readChildren(source, child.first, child.end) ?? [];
  const inside = fitColumn(children, source);
  return inside.marks.length === 0 ? inside : join([mark([tag], PICTURE, source), inside]);
}

/** Properties that give an element a size or a place of its own. */
const SIZE_RE = /(?:^|;)\s*(?:(?:m(?:ax|in)-)?(?:width|height)|float|position|transform|scale|zoom)\s*:/i;

/** Whether an element has no size of the author, and no class by which reveal.js gives it one. */
function isFree(tag: StartTag): boolean {
  const { attributes } = tag;
  return (
    !('width' in attributes || 'height' in attributes || SIZE_RE.test(attributes['style'] ?? '')) &&
    !readClasses(tag).some((name) => name === 'stretch' || name === 'r-stretch')
  );
}

/** Sizes that HTML knows for images. */
const SIZES = [
  ['width', /^\s*(\d+(?:\.\d+)?%?)(?:px)?\s*$/],
  ['height', /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/],
] as const;

/** Block attributes of Markdown are those of the paragraph, where a size has no effect: it is meant for the image. */
function moveSize({ attributes }: StartTag, child: Child, source: Source): Found {
  const written = SIZES.flatMap(([name, re]) => {
    const value = re.exec(attributes[name] ?? '')?.[1];
    return value === undefined ? [] : `${name}="${value}"`;
  }).join(' ');
  const images = written === '' ? [] : readImages(child, source).filter(isFree);
  return { marks: [], sizes: images.map((image) => addAttributes(image, written)) };
}
