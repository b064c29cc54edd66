/** Bare addresses become links, as Goldmark's linkify does it: http, https, ftp, `www.` by https, and e-mail. */
import type { MarkdownIt } from 'markdown-it';

const ASSUMED = 'https://';

export function linkify(markdown: MarkdownIt): void {
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  markdown.linkify.add('//', null);
  markdown.linkify.add('www.', {
    validate(text, pos, self) {
      const prefix = `${ASSUMED}www.`;
      const length = self.testSchemaAt(prefix + text.slice(pos), 'https:', 'https:'.length);
      return Math.max(length - (prefix.length - 'https:'.length), 0);
    },
    normalize(match) {
      match.url = ASSUMED + match.url;
    },
  });
}
