/** A syntax error in a template, without a file; `template.ts` reports it as a diagnostic. */
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
