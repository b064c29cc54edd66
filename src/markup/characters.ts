/** The first and the last character of a text, even if they take two code units; `undefined` for an empty text. */

export function firstCharacter(text: string): string | undefined {
  return /^./su.exec(text.slice(0, 2))?.[0];
}

export function lastCharacter(text: string): string | undefined {
  return /.$/su.exec(text.slice(-2))?.[0];
}
