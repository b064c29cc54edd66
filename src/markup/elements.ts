/** Which tags are elements: those of HTML, SVG and MathML, and those that their author opens and closes or fills. */
import { htmlTagNames } from 'html-tag-names';
import { mathmlTagNames } from 'mathml-tag-names';
import { svgTagNames } from 'svg-tag-names';

const KNOWN: ReadonlySet<string> = new Set(
  [...htmlTagNames, ...svgTagNames, ...mathmlTagNames].map((name) => name.toLowerCase()),
);

/** Whether browsers know an element of that name, or it is a custom one. */
export const isKnownElement = (name: string): boolean => name.includes('-') || KNOWN.has(name.toLowerCase());

const FENCE_RE = /^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(`{3,}|~{3,})/;
const CODE_RE = /(?<!`)(`+)(?!`)[^]*?[^`]\1(?!`)/g;
const TAG_RE = /<(\/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>/g;

/**
 * The names of elements in a text that no browser knows, in lower case: they are closed, or have an attribute with a
 * value. Tags in code are none.
 */
export function readElements(text: string): ReadonlySet<string> {
  const elements = new Set<string>();
  if (!text.includes('</') && !text.includes('=')) return elements;
  const open: string[] = [];
  for (const block of withoutFences(text).split(/\n\s*\n/))
    for (const [, slash, written = '', attributes = ''] of block.replace(CODE_RE, '').matchAll(TAG_RE)) {
      const name = written.toLowerCase();
      if (isKnownElement(name)) continue;
      if (!slash) open.push(name);
      // What is open in between is a placeholder, so this may be one too.
      if (slash ? open.at(-1) === name && open.pop() : attributes.includes('=')) elements.add(name);
    }
  return elements;
}

function withoutFences(text: string): string {
  let fence: string | undefined;
  const lines = text.split('\n').filter((line) => {
    const marks = FENCE_RE.exec(line)?.[1];
    if (fence === undefined) fence = marks;
    else if (marks?.startsWith(fence)) fence = undefined;
    return fence === undefined && marks === undefined;
  });
  return lines.join('\n');
}
