// The sites around pathological inputs.

/** A site of one deck. */
export const deck = (body, frontMatter = '') => ({
  'content/_index.md': `+++\ntitle = "T"\noutputs = ["Reveal"]\n${frontMatter}+++\n\n${body}\n`,
});

/** A deck whose front matter is YAML. */
export const yamlDeck = (frontMatter) => ({
  'content/_index.md': `---\ntitle: T\noutputs: [Reveal]\n${frontMatter}\n---\n# a\n`,
});

/** A deck that calls the shortcode `x`. */
export const shortcode = (template, more = {}) => ({
  ...deck('# a\n\n{{< x >}}'),
  'layouts/shortcodes/x.html': template,
  ...more,
});

/** A configuration with everything in Markdown that can be turned on. */
export const allOfMarkdown = {
  'hugo.toml': `[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
[markup.goldmark.extensions]
footnote = true
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [["$$", "$$"], ["\\\\[", "\\\\]"]]
inline = [["$", "$"], ["\\\\(", "\\\\)"]]
[markup.goldmark.extensions.extras.superscript]
enable = true
[markup.goldmark.extensions.extras.mark]
enable = true
`,
};

/** Texts of a number, one after another. */
export const many = (count, textOf, separator = '') =>
  Array.from({ length: count }, (_, number) => textOf(number)).join(separator);

/** Rows of one kind: a name and the site of it for each part. */
export const rows = (parts, siteOf) =>
  Object.fromEntries(parts.map((part) => [nameOf(part), () => siteOf(part)]));

const nameOf = (part) => (Array.isArray(part) ? `${JSON.stringify(part[0])} x ${part[1]}` : String(part));
