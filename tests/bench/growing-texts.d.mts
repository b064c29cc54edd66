/** A text that grows with the number of its repetitions. */
export interface GrowingText {
  readonly create: (count: number) => string;
  /** The number of repetitions whose work the test counts. */
  readonly count: number;
}

export const texts: Readonly<Record<string, GrowingText>>;
