/**
 * Code, coloured while the deck is built, in the markup that reveal.js's own highlighter leaves behind, so that its
 * themes and authors' styles fit. `{1,3-4|6}` behind the language says which lines stand out, step by step.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { stepFragments, wrapLines } from '../code-lines.ts';
import { environmentOf, type Environment } from '../environment.ts';
import { createHighlight } from '../highlight.ts';

/** The language and the line marks of a fence. */
interface FenceInfo {
  readonly language: string;
  /** What `data-line-numbers` says; empty numbers the lines and marks none. */
  readonly lines: string | undefined;
}

const INFO_RE = /^([^\s{[]*)\s*(?:\{(.*)\}|\[([\d\s,|-]*)\])?/s;
const LINES_RE = /^[\d\s,|-]*$/;
const HL_LINES_RE = /\bhl_lines\s*=\s*(?:\[([^\]]*)\]|"([^"]*)"|(\d+))/;
const LINENOS_RE = /\blinenos\s*=\s*(?:true|"?(?:table|inline)"?)/;

export function code(markdown: MarkdownIt): void {
  const highlight = createHighlight();
  const write = (token: Token, environment: Environment): string => {
    const { language, lines } = readFenceInfo(token.info);
    if (lines !== undefined) environment.features.add('code-steps');
    const coloured = language ? highlight(token.content, language) : undefined;
    const classes = ['hljs', ...(language ? [`language-${language}`] : [])].join(' ');
    const text = coloured ?? markdown.utils.escapeHtml(token.content);
    const open = `<pre class="code-wrapper"><code class="${markdown.utils.escapeHtml(classes)}"`;
    if (lines === undefined) return `${open}>${text}</code></pre>\n`;
    return `${open} data-line-numbers="${lines}">${wrapLines(text, lines)}</code>${stepFragments(lines)}</pre>\n`;
  };
  for (const type of ['fence', 'code_block']) {
    markdown.renderer.rules[type] = (tokens, index, _options, env) => {
      const token = tokens[index];
      return token ? write(token, environmentOf(env)) : '';
    };
  }
}

/** Reads `js`, `js{1,3|5}`, `js {1,3}`, `js [1,3]` and Hugo's `js {hl_lines=[1,"3-4"],linenos=true}`. */
function readFenceInfo(info: string): FenceInfo {
  const [, language = '', inBraces, inBrackets] = INFO_RE.exec(info.trim()) ?? [];
  const braces = inBraces ?? inBrackets;
  if (braces === undefined) return { language, lines: undefined };
  if (LINES_RE.test(braces)) return { language, lines: braces.replace(/\s/g, '') };
  const marked = HL_LINES_RE.exec(braces);
  const lines = (marked?.[1] ?? marked?.[2] ?? marked?.[3])
    ?.replaceAll('"', '')
    .trim()
    .replace(/[\s,]+/g, ',');
  return { language, lines: lines ?? (LINENOS_RE.test(braces) ? '' : undefined) };
}
