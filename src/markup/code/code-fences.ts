/** Fences of code in Markdown, line by line: the one place that says where code begins and ends before it is parsed. */

/** Also in lists and quotes. As in CommonMark, what is closed on its own line is code in a line of text. */
const FENCE_RE = /^\s*(?:[-*+>] *|\d+[.)] +)*(?:(`{3,})(?![^\n]*`)|(~{3,}))([^\n]*)$/;

/** The fence that is open after a line, by its characters; `fence` is the one that is open before it. */
export function fenceAfter(line: string, fence: string | undefined): string | undefined {
  if (!line.includes('```') && !line.includes('~~~')) return fence;
  const [, ticks, tildes, info = ''] = FENCE_RE.exec(line) ?? [];
  const characters = ticks ?? tildes;
  if (!characters) return fence;
  if (!fence) return characters;
  return characters.startsWith(fence) && info.trim() === '' ? undefined : fence;
}
