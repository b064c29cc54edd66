/** Ids of headings, and of terms if the site wants them, by each of Hugo's `autoIDType`s (Hugo 0.169). */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { HeadingIdType, MarkupConfig } from '../../types.ts';
import { getEnvironment } from '../environment.ts';
import { plainText } from '../plain-text.ts';

/** Creates an id from a text without whitespace at its ends. */
type CreateId = (text: string) => string;

const DROPPED_RE = /[^\p{L}\p{Nd}_\- ]/gu;
const ACCENT_RE = /\p{Mn}/gu;
const NOT_ASCII_RE = /[^\0-\x7F]/g;
const NEITHER_LETTER_NOR_DIGIT_RE = /[^\p{L}\p{N}]+/gu;

const ID_CREATORS: Readonly<Record<HeadingIdType, CreateId>> = {
  /** Letters, digits, `_` and `-` stay, and each space becomes a dash. */
  github: (text) => text.replace(DROPPED_RE, '').replaceAll(' ', '-'),
  'github-ascii': (text) =>
    ID_CREATORS.github(text.normalize('NFD').replace(ACCENT_RE, '').replace(NOT_ASCII_RE, '')),
  /** A dash replaces everything between letters and digits. */
  blackfriday: (text) => text.replace(NEITHER_LETTER_NOR_DIGIT_RE, '-').replace(/^-|-$/g, ''),
};

/** Ids for texts of which no character can be part of an id. */
const NAMELESS: Readonly<Record<string, string>> = { heading_open: 'heading', dt_open: 'id' };

export function headingIds(markdown: MarkdownIt, config: MarkupConfig): void {
  const createId = ID_CREATORS[config.headingIdType];
  const named = [config.autoHeadingId && 'heading_open', config.definitionTermIds && 'dt_open'];
  markdown.core.ruler.push('heading_ids', (state: StateCore) => {
    const environment = getEnvironment(state.env);
    for (const [n, token] of state.tokens.entries()) {
      if (!named.includes(token.type)) continue;
      const own = token.attrGet('id');
      if (own !== null) {
        environment.headingIds.reserve(String(own));
        continue;
      }
      const text = headingText(state, state.tokens[n + 1]).trim();
      // As in Hugo, a heading without text has no id.
      if (text === '') continue;
      const id = lowerCase(createId(text));
      token.attrs = [
        ['id', environment.headingIds.allocate(id || (NAMELESS[token.type] ?? ''))],
        ...(token.attrs ?? []),
      ];
    }
  });
}

/** Go has one lower-case character for a dotted I, and JavaScript two. */
const lowerCase = (text: string): string => text.replaceAll('\u0130', 'i').toLowerCase();

/**
 * The visible text of a heading, without bare URLs; an emoji that is written by its name counts by it. In Hugo, the
 * placeholder of a shortcode leaks into the id; here its text counts.
 */
function headingText(state: StateCore, inline: Token | undefined): string {
  const { placeholders } = getEnvironment(state.env);
  const text = plainText(namedTokens(inline?.children ?? []));
  const { html } = placeholders.resolve(text);
  return html === text ? text : plainText(parseInline(state, html));
}

function namedTokens(tokens: readonly Token[]): readonly Token[] {
  let addressDepth = 0;
  return tokens
    .filter((token) => {
      if (token.info === 'auto') addressDepth += token.nesting;
      return addressDepth === 0;
    })
    .map((token) =>
      token.type === 'emoji'
        ? Object.assign(Object.create(token) as Token, { content: token.markup })
        : token,
    );
}

function parseInline(state: StateCore, html: string): Token[] {
  const tokens: Token[] = [];
  state.md.inline.parse(html, state.md, state.env, tokens);
  return tokens;
}
