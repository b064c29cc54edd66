/**
 * Templates of the author that write links, images, headings and blockquotes. They run from the inside out, so that a
 * template gets the HTML of what stands in its element. Those of fences are asked where code is written.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { Attributes, RenderHooks } from '../../types.ts';
import { readAlert } from '../alerts.ts';
import { environmentOf } from '../environment.ts';
import { plainText } from '../plain-text.ts';

/** What the hooks of a text work with. */
interface Hooked {
  readonly state: StateCore;
  readonly hooks: RenderHooks;
}

export function renderHooks(markdown: MarkdownIt): void {
  markdown.renderer.rules['hooked'] = (tokens, index) => tokens[index]?.content ?? '';
  markdown.core.ruler.push('render_hooks', (state: StateCore) => {
    const { hooks } = environmentOf(state.env);
    if (!hooks) return;
    hookImages({ state, hooks });
    for (const token of state.tokens)
      if (token.children)
        token.children = hookElements(token.children, 'link', (open, inner) =>
          writeLink({ state, hooks }, open, inner),
        );
    const headings = hookElements(state.tokens, 'heading', (open, inner) =>
      writeHeading({ state, hooks }, open, inner),
    );
    let ordinal = 0;
    state.tokens = hookElements(headings, 'blockquote', (open, inner) =>
      writeBlockquote({ state, hooks }, { open, inner, ordinal: ordinal++ }),
    );
  });
}

/** Writes an element as HTML; `undefined` leaves it as it is. */
type WriteElement = (open: Token, inner: readonly Token[]) => string | undefined;

/** Puts HTML in the place of the elements of a kind, those that stand in others first. */
function hookElements(tokens: readonly Token[], kind: string, write: WriteElement): Token[] {
  const written: Token[] = [];
  const opened: number[] = [];
  for (const token of tokens) {
    written.push(token);
    if (token.type === `${kind}_open`) opened.push(written.length - 1);
    const start = token.type === `${kind}_close` ? opened.pop() : undefined;
    const open = start === undefined ? undefined : written[start];
    if (start === undefined || !open) continue;
    const html = write(open, written.slice(start + 1, -1));
    if (html !== undefined) written.splice(start, written.length, asHooked(open, html));
  }
  return written;
}

function asHooked(token: Token, content: string): Token {
  return Object.assign(Object.create(token) as Token, {
    type: 'hooked',
    nesting: 0,
    content,
    children: null,
  });
}

function hookImages({ state, hooks }: Hooked): void {
  let ordinal = 0;
  for (const token of state.tokens)
    token.children &&= token.children.map((image) => {
      if (image.type !== 'image') return image;
      const html = hooks.image?.({
        Destination: destinationOf(image),
        Text: state.md.renderer.renderInline(image.children ?? [], state.md.options, state.env),
        PlainText: plainText(image.children ?? []),
        Title: String(image.attrGet('title') ?? ''),
        IsBlock: image.meta?.['isBlock'] === true,
        Ordinal: ordinal++,
        Attributes: attributesOf(image, ['src', 'alt', 'title']),
      });
      return html === undefined ? image : asHooked(image, html);
    });
}

function writeLink({ state, hooks }: Hooked, open: Token, inner: readonly Token[]): string | undefined {
  return hooks.link?.({
    Destination: destinationOf(open),
    Text: renderAll(state, inner),
    PlainText: plainText(inner),
    Title: String(open.attrGet('title') ?? ''),
    Attributes: attributesOf(open, ['href', 'title']),
  });
}

function writeHeading({ state, hooks }: Hooked, open: Token, inner: readonly Token[]): string | undefined {
  return hooks.heading?.({
    Level: Number(open.tag.slice(1)),
    Anchor: String(open.attrGet('id') ?? ''),
    Text: renderAll(state, inner),
    PlainText: inner.map(({ children }) => plainText(children ?? [])).join(''),
    Attributes: attributesOf(open, []),
  });
}

interface Blockquote {
  readonly open: Token;
  readonly inner: readonly Token[];
  readonly ordinal: number;
}

function writeBlockquote({ state, hooks }: Hooked, { open, inner, ordinal }: Blockquote): string | undefined {
  if (!hooks.blockquote) return undefined;
  return hooks.blockquote({
    ...readAlert(renderAll(state, inner)),
    Ordinal: ordinal,
    Attributes: attributesOf(open, []),
  });
}

function renderAll({ md, env }: StateCore, tokens: readonly Token[]): string {
  return md.renderer.render([...tokens], md.options, env);
}

/** The address as it is written. */
function destinationOf({ meta }: Token): string {
  const destination = meta?.['destination'];
  return typeof destination === 'string' ? destination : '';
}

function attributesOf({ attrs }: Token, without: readonly string[]): Attributes {
  const own = (attrs ?? []).filter(([name]) => !without.includes(name));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}
