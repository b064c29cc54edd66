// Small pictures, whose bytes mutations change: a name and the whole file in base64.
const pictures = {
  'a.png': 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'a.gif': 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'a.webp': 'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA',
  'a.bmp': 'Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAADEDgAAxA4AAAAAAAAAAAAA////AA==',
  'a.jpg':
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
};

/** The picture as a text, as the files of a trial are. */
const textOf = (base64) => `latin1:${Buffer.from(base64, 'base64').toString('latin1')}`;

/** A deck that shows each picture, and a template that measures them. */
export const pictureSite = {
  'content/_index.md': `+++\noutputs = ["Reveal"]\n+++\n\n${Object.keys(pictures)
    .map((name) => `![${name}](${name})\n\n---\n\n{{< slide background-image="${name}" >}}\n\n---\n\n`)
    .join('')}{{< sizes >}}\n`,
  'layouts/shortcodes/sizes.html':
    '{{ range .Page.Resources.ByType "image" }}{{ .Name }} {{ .Width }}x{{ .Height }} {{ with resources.Get .Name }}{{ (.Resize "2x").Width }}{{ end }}{{ end }}',
  ...Object.fromEntries(
    Object.entries(pictures).flatMap(([name, base64]) =>
      ['content', 'static', 'assets'].map((folder) => [`${folder}/${name}`, textOf(base64)]),
    ),
  ),
};
