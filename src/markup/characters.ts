/** The characters at the ends of a text, whole also where they take two code units; `undefined` of an empty text. */

export function firstCharacter(text: string): string | undefined {
  return /^./su.exec(text)?.[0];
}

export function lastCharacter(text: string): string | undefined {
  return /.$/su.exec(text)?.[0];
}
