/**
 * Moves the script of the speaker view to a file. reveal.js writes the window's HTML with the script in it, which a
 * Content-Security-Policy without `unsafe-inline` refuses.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { dependencyFolder } from '../package-folder.ts';

/** The start and end of the only script in the window's HTML, as written in a string of reveal.js. */
const [START, END] = ['<script>', '<\\/script>'];

/** The text of a string literal in double quotes; `undefined` if it has escapes that JSON does not know. */
function readLiteral(text: string): string | undefined {
  try {
    return JSON.parse(`"${text.replaceAll('\t', '\\t')}"`) as string;
  } catch {
    return undefined;
  }
}

/** Creates the plugin. If reveal.js writes its window in another way, the script stays where it is. */
export function speakerViewPlugin(): Plugin {
  return {
    name: 'deckwright:speaker-view',
    transform: {
      filter: { id: /reveal\.js[\\/]dist[\\/]plugin[\\/]notes\.mjs$/ },
      handler(code) {
        const html = code.indexOf('document.write("');
        const start = code.indexOf(START, html);
        const end = code.indexOf(END, start);
        const script =
          html < 0 || start < 0 || end < 0 ? undefined : readLiteral(code.slice(start + START.length, end));
        if (script === undefined) return undefined;
        const file = this.emitFile({ type: 'asset', name: 'speaker-view.js', source: script });
        const address = `<script src=\\"" + import.meta.ROLLUP_FILE_URL_${file} + "\\">`;
        return { code: code.slice(0, start) + address + code.slice(end), map: null };
      },
    },
  };
}

/** The HTML of the window, with its script and its styles, as a page that is opened from disk writes it. */
export function readSpeakerView(): string {
  const file = path.join(dependencyFolder('reveal.js'), 'dist', 'plugin', 'notes.mjs');
  const literal = /document\.write\("((?:[^"\\]|\\.)*)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  // JSON has no escapes with two digits.
  const json = literal.replaceAll(/(\\\\)|\\x([\da-f]{2})/gi, (_, pair: string | undefined, code: string) =>
    pair === undefined ? `\\u00${code}` : pair,
  );
  return readLiteral(json) ?? '';
}
