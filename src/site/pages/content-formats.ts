/** Content in other formats than Markdown. Like Hugo 0.169 by default, deckwright does not read it as pages. */
import { createDiagnostic, type Diagnostic } from '../../diagnostics.ts';
import type { Files } from '../../files.ts';
import type { Deck, StaticFile } from '../../types.ts';
import { parentPath } from './content-names.ts';
import { readPath } from '../formats/formats.ts';
import { readFrontMatter } from './front-matter.ts';

/** Extensions of Hugo's other content formats. */
const FORMATS: Readonly<Record<string, string>> = {
  htm: 'HTML', html: 'HTML', org: 'Org', adoc: 'AsciiDoc', asciidoc: 'AsciiDoc', ad: 'AsciiDoc', rst: 'reStructuredText',
  pandoc: 'Pandoc', pdc: 'Pandoc',
}; // prettier-ignore

/** Reports files with front matter that would be pages of a deck if their format were supported. */
export function findUnsupportedContent(
  files: Files,
  resources: readonly StaticFile[],
  decks: readonly Deck[],
): readonly Diagnostic[] {
  const folders = new Set(decks.flatMap(({ pages }) => pages.map(({ source }) => parentPath(source.path))));
  return [...new Set(resources.map(({ source }) => source))].flatMap((path) => {
    const format = FORMATS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
    if (format === undefined) return [];
    const source = { path, text: files.read(path) ?? '' };
    const { data, end } = readFrontMatter(source, () => undefined);
    if (end === 0 || !(folders.has(parentPath(path)) || wantsReveal(readPath(data, ['outputs'])))) return [];
    return createDiagnostic({
      code: 'content-format',
      severity: 'warning',
      message: `${format} pages can't be part of a deck, so this file is published as is`,
      hint: 'Convert it to Markdown, which may contain HTML, and name it .md.',
      source,
      offset: 0,
    });
  });
}

const wantsReveal = (outputs: unknown): boolean =>
  [outputs].flat().some((output) => String(output).toLowerCase() === 'reveal');
