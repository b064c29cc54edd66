// The pieces of sites whose paths are tried.

/** A word in everything that a build may not publish. */
export const SECRET = 'secret-7f3a';

export const page = (frontMatter = '', body = '# a') =>
  `+++\ntitle = "T"\noutputs = ["Reveal"]\n${frontMatter}\n+++\n\n${body}\n`;
export const deck = (frontMatter, body) => ({ 'content/_index.md': page(frontMatter, body) });
export const shortcode = (template) => ({
  ...deck('', '# a\n\n{{< x >}}'),
  'layouts/shortcodes/x.html': template,
});
export const config = (toml, more = {}) => ({ ...deck(), 'hugo.toml': toml, ...more });

/** What is around a site: nothing of it may change, and nothing of it may be published. */
export const surroundings = {
  'secret.txt': SECRET,
  'secret.md': `+++\ntitle = "${SECRET}"\noutputs = ["Reveal"]\n+++\n# ${SECRET}\n`,
  'secret.css': `.${SECRET} { color: red }`,
  'secret.scss': `.${SECRET} { color: red }`,
  'secret.json': `{"text": "${SECRET}"}`,
  'secret.html': SECRET,
  'secret.js': `/* ${SECRET} */`,
  'site-beside/secret.txt': SECRET,
  'beside/a.txt': SECRET,
  'beside/_index.md': `+++\ntitle = "${SECRET}"\noutputs = ["Reveal"]\n+++\n# ${SECRET}\n`,
  'beside/static/a.txt': SECRET,
  'beside/layouts/shortcodes/x.html': SECRET,
  'beside/shortcodes/x.html': SECRET,
  'beside/hugo.toml': `title = "${SECRET}"`,
  'beside/data.json': `{"text": "${SECRET}"}`,
};
