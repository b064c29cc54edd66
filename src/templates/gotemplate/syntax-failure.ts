/** What is wrong with the text of a template; the public face makes a diagnostic of it. */
export class SyntaxFailure extends Error {
  readonly offset: number;
  readonly hint: string | undefined;

  constructor(offset: number, message: string, hint?: string) {
    super(message);
    this.name = 'SyntaxFailure';
    this.offset = offset;
    this.hint = hint;
  }
}
