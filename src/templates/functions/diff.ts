/** `strings.Diff`: what two texts differ in, line by line, as `diff -u` shows it. */

interface Version {
  readonly name: string;
  readonly text: string;
}

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

const CONTEXT = 3;

/** The differences of two texts; empty where there are none. */
export function diffLines(before: Version, after: Version): string {
  if (before.text === after.text) return '';
  const lines = compareLines(linesOf(before.text), linesOf(after.text));
  const head = `diff ${before.name} ${after.name}\n--- ${before.name}\n+++ ${after.name}\n`;
  return (
    head +
    hunksOf(lines)
      .map((hunk) => formatHunk(lines, hunk))
      .join('')
  );
}

/** Lines with their ends; a last one that has none is told so. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const whole = lines.map((line) => `${line}\n`);
  return last === '' ? whole : [...whole, `${last}\n\\ No newline at end of file\n`];
}

/** By the longest row of lines that both have. */
function compareLines(before: readonly string[], after: readonly string[]): readonly Line[] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const lengthAt = (a: number, b: number): number => lengths[a * width + b] ?? 0;
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      const isSame = before[a] === after[b];
      lengths[a * width + b] = isSame
        ? lengthAt(a + 1, b + 1) + 1
        : Math.max(lengthAt(a + 1, b), lengthAt(a, b + 1));
    }
  }
  const lines: Line[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const isSame = a < before.length && before[a] === after[b];
    const isRemoved =
      !isSame && a < before.length && (b >= after.length || lengthAt(a + 1, b) >= lengthAt(a, b + 1));
    lines.push({
      sign: isSame ? ' ' : isRemoved ? '-' : '+',
      text: (isSame || isRemoved ? before[a] : after[b]) ?? '',
    });
    if (isSame || isRemoved) a++;
    if (!isRemoved) b++;
  }
  return lines;
}

type Hunk = readonly [from: number, to: number];

/** Changes with the lines around them; those that touch become one. */
function hunksOf(lines: readonly Line[]): readonly Hunk[] {
  const hunks: [number, number][] = [];
  for (const [n, { sign }] of lines.entries()) {
    if (sign === ' ') continue;
    const [from, to] = [Math.max(0, n - CONTEXT), Math.min(lines.length, n + CONTEXT + 1)];
    const last = hunks.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  }
  return hunks;
}

function formatHunk(lines: readonly Line[], [from, to]: Hunk): string {
  const count = (part: readonly Line[], sign: '-' | '+'): number =>
    part.filter((line) => line.sign !== (sign === '-' ? '+' : '-')).length;
  const place = (sign: '-' | '+'): string => {
    const size = count(lines.slice(from, to), sign);
    return `${count(lines.slice(0, from), sign) + (size > 0 ? 1 : 0)},${size}`;
  };
  const body = lines.slice(from, to).map(({ sign, text }) => sign + text);
  return `@@ -${place('-')} +${place('+')} @@\n${body.join('')}`;
}
