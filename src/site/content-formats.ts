/** Files that look like pages and are none: deckwright reads Markdown, as Hugo 0.169 does where nobody allows more. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { Deck, StaticFile } from '../types.ts';
import { parentOf } from './content-names.ts';
import { readPath } from './formats.ts';
import { readFrontMatter } from './front-matter.ts';

/** The endings of what other content formats of Hugo are written in. */
const FORMATS: Readonly<Record<string, string>> = {
  htm: 'HTML', html: 'HTML', org: 'Org', adoc: 'AsciiDoc', asciidoc: 'AsciiDoc', ad: 'AsciiDoc', rst: 'reStructuredText',
  pandoc: 'Pandoc', pdc: 'Pandoc',
}; // prettier-ignore

/** Says which files with front matter are published as they are, where a deck would want them as pages. */
export function refusedContent(
  files: Files,
  resources: readonly StaticFile[],
  decks: readonly Deck[],
): readonly Diagnostic[] {
  const folders = new Set(decks.flatMap(({ pages }) => pages.map(({ source }) => parentOf(source.path))));
  return [...new Set(resources.map(({ source }) => source))].flatMap((path) => {
    const format = FORMATS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
    if (format === undefined) return [];
    const source = { path, text: files.read(path) ?? '' };
    const { data, end } = readFrontMatter(source, () => undefined);
    if (end === 0 || !(folders.has(parentOf(path)) || wantsReveal(readPath(data, ['outputs'])))) return [];
    return createDiagnostic({
      code: 'content-format',
      severity: 'warning',
      message: `a page in ${format} can be no part of a deck, so this file is published as it is`,
      hint: 'Write it in Markdown, which may hold HTML, and give it the ending .md.',
      source,
      offset: 0,
    });
  });
}

const wantsReveal = (outputs: unknown): boolean =>
  [outputs].flat().some((output) => String(output).toLowerCase() === 'reveal');
