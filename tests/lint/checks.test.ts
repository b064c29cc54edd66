/**
 * What is found in the slides of whole sites. An expected finding is a line `code file:line:column` with its message and
 * hint in the lines after it; a case without any is a near miss. Lines of hints begin with `hint:`.
 */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { readFixtures } from '../support/fixtures.ts';
import { readyDecks } from '../support/ready-deck.ts';
import { openSite, parseSite, testClient } from '../support/site.ts';

/** All that is found in a site, after everything has been rendered. */
function checkSite(text: string): readonly Diagnostic[] {
  const site = text.includes('-- content/') ? text : `-- content/_index.md --\n${FRONT_MATTER}${text}`;
  const pipeline = openSite(memoryFiles(parseSite(site)));
  const decks = readyDecks(pipeline);
  return pipeline.lint(decks, pipeline.publishPages(testClient, decks));
}

const FRONT_MATTER = '+++\noutputs = ["Reveal"]\n+++\n';

const write = ({ code, file, line, column, message, hint }: Diagnostic): string =>
  `${code} ${line === 0 ? file : `${file}:${line}:${column}`}\n${message}\nhint: ${hint}\n`;

for (const { name, cases } of readFixtures('checks')) {
  describe(name, () => {
    for (const { title, input, expected } of cases)
      test(title, () => expect(checkSite(input).map(write).join('')).toBe(expected));
  });
}
