/** Takes coloured code apart into lines, so that each can be numbered and made to stand out. */

/** Which lines stand out in one step; none means all of them. */
type Step = ReadonlySet<number>;

const TOKEN_RE = /<span[^>]*>|<\/span>|\n|[^<\n]+/g;

/** The id of a line, counted from 0; `undefined` where it needs none. */
type LineId = (line: number) => string | undefined;

/**
 * Puts every line into an element of its own; colours that go on over a line end are closed and opened again. The
 * lines of the first step are marked, for readers without script; the client marks those of the others.
 */
export function wrapLines(html: string, marks: string, idOf: LineId): string {
  const first = readStep(marks.split('|', 1)[0] ?? '');
  return splitLines(html)
    .map((line, n) => {
      const id = idOf(n);
      const classes = first.has(n + 1) ? 'code-line code-line-on' : 'code-line';
      return `<span class="${classes}"${id === undefined ? '' : ` id="${id}"`}>${line}\n</span>`;
    })
    .join('');
}

/** Every step but the first is a fragment, so that keys, print and the speaker view treat it as one. */
export function stepFragments(marks: string): string {
  return '<span class="fragment code-step"></span>'.repeat(marks.split('|').length - 1);
}

const EMPTY_LINE_RE = /\r?\n(?=[ \t]*\r?\n)/g;

/**
 * Writes line ends in front of empty lines as entities: a reader sees the same, and Markdown that the code is put into
 * no empty line, which would end the HTML there. Hugo's highlighter leaves none either.
 */
export function fillEmptyLines(html: string): string {
  return html.replace(EMPTY_LINE_RE, '&#10;');
}

function splitLines(html: string): string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let line = '';
  for (const [token] of html.replace(/\n$/, '').matchAll(TOKEN_RE)) {
    if (token === '\n') {
      lines.push(line + '</span>'.repeat(open.length));
      line = open.join('');
      continue;
    }
    if (token === '</span>') open.pop();
    else if (token.startsWith('<span')) open.push(token);
    line += token;
  }
  return [...lines, line];
}

/** `1,3-4` as a set of line numbers. */
function readStep(step: string): Step {
  const lines = new Set<number>();
  for (const part of step.split(',')) {
    const [from = 0, to = from] = part.split('-').map(Number);
    for (let n = from; n > 0 && n <= to; n++) lines.add(n);
  }
  return lines;
}
