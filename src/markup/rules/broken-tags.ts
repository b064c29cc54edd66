/** Tags of shortcodes that stay text, because their brackets are not those of a tag: `{{ < slide > }}`, `{% note %}`. */
import type { MarkdownIt } from 'markdown-it';
import { getEnvironment } from '../environment.ts';

/**
 * Tags with the right beginning are reported by the lexer. With `<name>` directly in braces, the tag is HTML, or is
 * reported as an unknown element.
 */
const BROKEN_TAG_RE =
  /(?<!\{)(?!\{\{[<%])\{[ \t]*\{?[ \t]*(%[ \t]*|<[ \t]+)\/?[ \t]*([\p{L}\p{N}_][\p{L}\p{N}_/-]*)(?=[\s%>/])[^{}]*?[%>][ \t]*\}[ \t]*\}?/gu;

export function brokenTags(markdown: MarkdownIt): void {
  // Before the typographer, so that the text is as written.
  markdown.core.ruler.after('inline', 'broken_tags', ({ tokens, env }) => {
    for (const token of tokens) {
      if (token.type !== 'inline' || !token.content.includes('{')) continue;
      const environment = getEnvironment(env);
      if (token.map) environment.lines = token.map;
      for (const { type, content } of token.children ?? []) {
        if (type !== 'text' || !content.includes('{')) continue;
        for (const [tag, bracket = '', name = ''] of content.matchAll(BROKEN_TAG_RE))
          if (environment.isShortcode?.(name)) environment.report(tag, shownAsText(tag, bracket.trim()));
      }
    }
  });
}

function shownAsText(
  tag: string,
  bracket: string,
): Parameters<ReturnType<typeof getEnvironment>['report']>[1] {
  const [left, right] = bracket === '%' ? ['{{%', '%}}'] : ['{{<', '>}}'];
  return {
    code: 'shortcode-as-text',
    severity: 'warning',
    message: `${tag} is shown as text: a tag begins with ${left} and ends with ${right}`,
    hint: `Write ${left} … ${right}, without spaces between the brackets, or put it in backquotes if it is meant as text.`,
  };
}
