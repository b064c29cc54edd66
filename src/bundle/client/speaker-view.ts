/**
 * Moves the script of the speaker view to a file. reveal.js writes the window's HTML with the script in it, which a
 * Content-Security-Policy without `unsafe-inline` refuses.
 */
import type { Plugin } from 'vite';

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
