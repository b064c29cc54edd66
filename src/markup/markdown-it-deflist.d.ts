declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it';
  /** Definition lists, by markdown-it's own makers. */
  const deflist: (markdown: MarkdownIt) => void;
  export default deflist;
}
