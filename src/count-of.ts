/** Writes a number of things: `1 deck`, `2 decks`. */
export function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
