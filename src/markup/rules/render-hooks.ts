/**
 * Render hooks of the author for links, images, headings, tables and blockquotes. They run from the inside out, so that
 * a template gets the HTML of its element's content. Those of fences are called where code is written.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { Attributes, RenderHooks, TableCell } from '../../types.ts';
import { readAlert } from '../../alerts.ts';
import { getEnvironment } from '../environment.ts';
import { plainText } from '../plain-text.ts';

/** The parser state and the hooks of a text. */
interface Hooked {
  readonly state: StateCore;
  readonly hooks: RenderHooks;
}

export function renderHooks(markdown: MarkdownIt): void {
  markdown.renderer.rules['hooked'] = (tokens, index) => tokens[index]?.content ?? '';
  markdown.core.ruler.push('render_hooks', (state: StateCore) => {
    const { hooks } = getEnvironment(state.env);
    if (!hooks) return;
    const hooked = { state, hooks };
    hookImages(hooked);
    hookLinks(hooked);
    for (const [kind, write] of Object.entries(blocks)) {
      let ordinal = 0;
      state.tokens = hookElements(state.tokens, kind, (open, inner) =>
        write(hooked, { open, inner, ordinal: ordinal++ }),
      );
    }
  });
}

/** A block with its content, and its number among blocks of its kind. */
interface Block {
  readonly open: Token;
  readonly inner: readonly Token[];
  readonly ordinal: number;
}

/** Writers of blocks, by the names of their tokens. */
const blocks: Readonly<Record<string, (hooked: Hooked, block: Block) => string | undefined>> = {
  heading: writeHeading,
  table: writeTable,
  blockquote: writeBlockquote,
};

/** The offset of an element: that of its block's line, or of words there. */
function positionOf({ env }: StateCore, block: Token, words?: string): number {
  return getEnvironment(env).offsetOf?.(block.map?.[0] ?? 0, words) ?? 0;
}

/** Writes an element as HTML; `undefined` leaves it as it is. */
type WriteElement = (open: Token, inner: readonly Token[]) => string | undefined;

/** Replaces the elements of a kind with HTML, inner ones first. */
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
  for (const block of state.tokens)
    block.children &&= block.children.map((image) => {
      if (image.type !== 'image') return image;
      const html = hooks.image?.({
        Destination: destinationOf(image),
        Text: state.md.renderer.renderInline(image.children ?? [], state.md.options, state.env),
        PlainText: plainText(image.children ?? []),
        Title: String(image.attrGet('title') ?? ''),
        IsBlock: image.meta?.['isBlock'] === true,
        Ordinal: ordinal++,
        Position: positionOf(state, block, `![${image.content}`),
        Attributes: attributesOf(image, ['src', 'alt', 'title']),
      });
      return html === undefined ? image : asHooked(image, html);
    });
}

function hookLinks({ state, hooks }: Hooked): void {
  let ordinal = 0;
  for (const block of state.tokens)
    block.children &&= hookElements(block.children, 'link', (open, inner) =>
      hooks.link?.({
        Destination: destinationOf(open),
        Text: renderAll(state, inner),
        PlainText: plainText(inner),
        Title: String(open.attrGet('title') ?? ''),
        Ordinal: ordinal++,
        // A bare URL has no brackets.
        Position: positionOf(state, block, open.info === 'auto' ? undefined : `[${plainText(inner)}`),
        Attributes: attributesOf(open, ['href', 'title']),
      }),
    );
}

function writeHeading({ state, hooks }: Hooked, { open, inner, ordinal }: Block): string | undefined {
  return hooks.heading?.({
    Level: Number(open.tag.slice(1)),
    Anchor: String(open.attrGet('id') ?? ''),
    Text: renderAll(state, inner),
    PlainText: inner.map(({ children }) => plainText(children ?? [])).join(''),
    Ordinal: ordinal,
    Position: positionOf(state, open),
    Attributes: attributesOf(open, []),
  });
}

function writeBlockquote({ state, hooks }: Hooked, { open, inner, ordinal }: Block): string | undefined {
  if (!hooks.blockquote) return undefined;
  return hooks.blockquote({
    ...readAlert(renderAll(state, inner)),
    Ordinal: ordinal,
    Position: positionOf(state, open),
    Attributes: attributesOf(open, []),
  });
}

function writeTable({ state, hooks }: Hooked, { open, inner, ordinal }: Block): string | undefined {
  if (!hooks.table) return undefined;
  const rows: TableCell[][] = [];
  let heads = 0;
  for (const [n, token] of inner.entries()) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'thead_close') heads = rows.length;
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const text = inner[n + 1];
    rows.at(-1)?.push({
      Text: text?.type === 'inline' ? renderAll(state, [text]) : '',
      Alignment: alignmentOf(token),
    });
  }
  return hooks.table({
    THead: rows.slice(0, heads),
    TBody: rows.slice(heads),
    Ordinal: ordinal,
    Position: positionOf(state, open),
    Attributes: attributesOf(open, []),
  });
}

function alignmentOf(cell: Token): TableCell['Alignment'] {
  const style = String(cell.attrGet('style') ?? '');
  return (['left', 'center', 'right'] as const).find((name) => style.endsWith(name)) ?? '';
}

function renderAll({ md, env }: StateCore, tokens: readonly Token[]): string {
  return md.renderer.render([...tokens], md.options, env);
}

/** The address as written. */
function destinationOf({ meta }: Token): string {
  const destination = meta?.['destination'];
  return typeof destination === 'string' ? destination : '';
}

function attributesOf({ attrs }: Token, without: readonly string[]): Attributes {
  const own = (attrs ?? []).filter(([name]) => !without.includes(name));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}
