/** `[markup]` of a configuration: what each spelling says, and what counts without it. */
import { describe, expect, test } from 'vitest';
import type { MarkupConfig } from '../../src/types.ts';
import { readConfig } from '../support/read-config.ts';

function markupOf(toml: string): MarkupConfig {
  const { config, diagnostics } = readConfig({ 'hugo.toml': toml });
  expect(diagnostics).toEqual([]);
  return config.markup;
}

test('without a word, it is what Hugo has, but for raw HTML', () => {
  expect(markupOf('')).toMatchObject({
    unsafe: undefined,
    hardWraps: false,
    xhtml: false,
    typographer: { leftDoubleQuote: '“', apostrophe: '’', enDash: '–' },
    linkify: true,
    linkifyProtocol: 'https',
    definitionList: true,
    table: true,
    taskList: true,
    footnoteBacklink: '&#x21a9;&#xfe0e;',
    strikethrough: true,
    extras: { delete: false, insert: false, mark: false, subscript: false, superscript: false },
    passthrough: undefined,
    eastAsianLineBreaks: undefined,
    escapedSpace: false,
    emoji: false,
    autoHeadingId: true,
    headingIdType: 'github',
    headingAttributes: true,
    blockAttributes: false,
    wrapImages: true,
    highlight: { codeFences: true, lineNos: false, lineNoStart: 1, tabWidth: 4, guessSyntax: false },
  });
});

describe('each spelling', () => {
  const extensions = 'markup.goldmark.extensions';
  test.each<[string, object]>([
    [`${extensions}.typographer = false`, { typographer: undefined }],
    [`${extensions}.typographer.disable = true`, { typographer: undefined }],
    [`${extensions}.typographer.disable = false`, { typographer: { ellipsis: '…' } }],
    [`${extensions}.typographer.enDash = ""`, { typographer: { enDash: '', emDash: '—' } }],
    [`${extensions}.footnote = false`, { footnoteBacklink: undefined }],
    [`${extensions}.footnote.enable = false`, { footnoteBacklink: undefined }],
    [`${extensions}.footnote.backlinkHTML = "x"`, { footnoteBacklink: 'x' }],
    [`${extensions}.extras.mark.enable = true`, { extras: { mark: true, insert: false } }],
    [`${extensions}.passthrough.enable = true`, { passthrough: { block: [], inline: [] } }],
    [
      `${extensions}.passthrough = { enable = true, delimiters = { inline = [["$", "$"], ["x"]] } }`,
      { passthrough: { block: [], inline: [['$', '$']] } },
    ],
    [`${extensions}.passthrough.delimiters.inline = [["$", "$"]]`, { passthrough: undefined }],
    [`${extensions}.cjk = { eastAsianLineBreaks = true }`, { eastAsianLineBreaks: undefined }],
    [
      `${extensions}.cjk = { enable = true, eastAsianLineBreaks = true, eastAsianLineBreaksStyle = "css3draft" }`,
      { eastAsianLineBreaks: 'css3draft' },
    ],
    ['markup.goldmark.parser.autoHeadingIDType = "blackfriday"', { headingIdType: 'blackfriday' }],
    ['markup.goldmark.parser.autoIDType = "github-ascii"', { headingIdType: 'github-ascii' }],
    ['markup.highlight.lineNos = "table"', { highlight: { lineNos: true } }],
    ['markup.highlight.hl_Lines = "1 3-4"', { highlight: { hlLines: '1 3-4' } }],
    [
      'pygmentsCodeFences = false\npygmentsStyle = "tango"',
      { highlight: { codeFences: false, style: 'tango' } },
    ],
    ['pygmentsCodeFences = false\nmarkup.highlight.codeFences = true', { highlight: { codeFences: true } }],
    ['pygmentsCodefencesGuessSyntax = true', { highlight: { guessSyntax: true } }],
    ['pygmentsOptions = "linenos=table,linenostart=7"', { highlight: { lineNos: true, lineNoStart: 7 } }],
    ['enableEmoji = true', { emoji: true }],
  ])('%s', (toml, expected) => {
    expect(markupOf(`${toml}\n`)).toMatchObject(expected);
  });
});
