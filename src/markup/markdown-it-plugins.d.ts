declare module 'markdown-it-emoji' {
  import type { MarkdownIt } from 'markdown-it';
  /** `:name:`, with all names that GitHub knows. */
  export const full: (
    markdown: MarkdownIt,
    options: { readonly shortcuts: Readonly<Record<string, string>> },
  ) => void;
}

declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  /** `[^1]`, by the authors of markdown-it. */
  const footnote: (markdown: MarkdownIt) => void;
  export default footnote;
}

declare module 'markdown-it-ins' {
  import type { MarkdownIt } from 'markdown-it';
  /** `++inserted++`. */
  const ins: (markdown: MarkdownIt) => void;
  export default ins;
}

declare module 'markdown-it-mark' {
  import type { MarkdownIt } from 'markdown-it';
  /** `==marked==`. */
  const mark: (markdown: MarkdownIt) => void;
  export default mark;
}

declare module 'markdown-it-sub' {
  import type { MarkdownIt } from 'markdown-it';
  /** `~subscript~`. */
  const sub: (markdown: MarkdownIt) => void;
  export default sub;
}

declare module 'markdown-it-sup' {
  import type { MarkdownIt } from 'markdown-it';
  /** `^superscript^`. */
  const sup: (markdown: MarkdownIt) => void;
  export default sup;
}
