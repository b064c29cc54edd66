/** Code fences in Markdown, line by line: the only definition of where code begins and ends before it is parsed. */

/** A fence, also in lists and quotes. As in CommonMark, backticks that are closed on the same line are inline code. */
const FENCE_RE = /^\s*(?:[-*+>] *|\d+[.)] +)*(?:(`{3,})(?!`)(?![^\n]*`)|(~{3,}))([^\n]*)$/;

/** The fence that is open after a line, as its characters; `fence` is the one that is open before it. */
export function fenceAfter(line: string, fence: string | undefined): string | undefined {
  if (!line.includes('```') && !line.includes('~~~')) return fence;
  const [, ticks, tildes, info = ''] = FENCE_RE.exec(line) ?? [];
  const characters = ticks ?? tildes;
  if (!characters) return fence;
  if (!fence) return characters;
  return characters.startsWith(fence) && info.trim() === '' ? undefined : fence;
}
