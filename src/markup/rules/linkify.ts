/** Bare addresses become links, as Goldmark's linkify does it: http, https, ftp, `www.` by https, and e-mail. */
import type { MarkdownIt } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';

export function linkify(markdown: MarkdownIt, config: MarkupConfig): void {
  // The text of a bare address stays as it was typed.
  markdown.normalizeLinkText = (text) => text;
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  markdown.linkify.add('//', null);
  // An e-mail address becomes a link, and the schema has to be there for that; with the schema typed it stays text.
  markdown.linkify.add('mailto:', { validate: () => 0 });
  markdown.linkify.add('www.', {
    validate(text, pos, self) {
      const prefix = 'https://www.';
      const length = self.testSchemaAt(prefix + text.slice(pos), 'https:', 'https:'.length);
      return Math.max(length - (prefix.length - 'https:'.length), 0);
    },
    normalize(match) {
      match.url = `${config.linkifyProtocol}://${match.url}`;
    },
  });
}
