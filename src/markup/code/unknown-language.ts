/** Reports languages of code that the highlighter doesn't know, with the nearest name that it knows. */
import { type Finding, nearestName } from '../../diagnostics.ts';
import { chromaLanguages, isChromaLanguage } from './chroma-languages.ts';
import { highlightLanguages } from './highlighter.ts';

/** Names for text that is meant to have no colours, and for files that no highlighter knows. */
const PLAIN: ReadonlySet<string> = new Set(
  `ascii bare block cli cmdline code command commands crontab csv diagram dockerignore dotenv env example file files gitignore hosts ignore input list log logs message no
   nocode nohighlight no-highlight none null out output plain plain-text plain_text plaintext prompt pseudo pseudocode
   quote raw response result results stderr stdin stdout structure syntax template terminal text tree tsv txt
   undefined unknown url verbatim`.split(/\s+/),
);

/** The start of a name before something that belongs to another tool: `js:app.js`, `rust,no_run`, `python=`. */
const FIRST_WORD_RE = /^[\w+#-]+/;

/** Names of fewer letters differ from too many others. */
const SHORTEST = 4;

/** Describes an unknown language; `undefined` for names of text without colours. */
export function describeUnknownLanguage(language: string): Omit<Finding, 'source' | 'offset'> | undefined {
  if (PLAIN.has(language.toLowerCase())) return undefined;
  const nearest = findNearest(language.toLowerCase());
  return {
    code: 'code-language-unknown',
    severity: 'warning',
    message: `the highlighter does not know the language "${language}", so this code has no colours`,
    hint: nearest
      ? `Did you mean "${nearest}"?`
      : 'Write the name of another language, or "text" for code without colours.',
  };
}

function findNearest(language: string): string | undefined {
  const [first = ''] = FIRST_WORD_RE.exec(language) ?? [];
  if (first !== language && (highlightLanguages().includes(first) || isChromaLanguage(first))) return first;
  if (language.length < SHORTEST) return undefined;
  // Names of the highlighter are complete words; Chroma also lists extensions of files.
  return nearestName(language, highlightLanguages()) ?? nearestName(language, chromaLanguages(), 1);
}
