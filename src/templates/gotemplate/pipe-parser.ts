/** Parses the content of actions: pipes, commands, arguments. Keeps the tokens and the visible variables. */
import { nearestName } from '../../diagnostics.ts';
import { readCharConstant, readNumberConstant, readStringConstant } from './constants.ts';
import type { Token, TokenKind } from './lexer.ts';
import type { Command, Expression, Pipe } from './nodes.ts';
import { quote } from './quote.ts';
import { SyntaxFailure } from './syntax-failure.ts';

/** Expressions that are plain values and take no arguments. */
const LITERALS: ReadonlySet<Expression['type']> = new Set(['bool', 'number', 'string', 'nil', 'dot']);

type ReadTerm = (token: Token) => Expression;

const readConstant: ReadTerm = ({ offset, text }) => ({
  type: 'string',
  offset,
  text,
  value: readStringConstant(text, offset),
});

const readNumber: ReadTerm = ({ offset, text }) => ({
  type: 'number',
  offset,
  text,
  value: readNumberConstant(text, offset),
});

/** Tokens that can start an argument, with their readers. The parser itself reads parentheses. */
const TERMS: Partial<Readonly<Record<TokenKind, ReadTerm>>> = {
  bool: ({ offset, text }) => ({ type: 'bool', offset, value: text === 'true' }),
  'char-constant': ({ offset, text }) => ({
    type: 'number',
    offset,
    text,
    value: readCharConstant(text, offset),
  }),
  complex: readNumber,
  dot: ({ offset }) => ({ type: 'dot', offset }),
  field: ({ offset, text }) => ({ type: 'field', offset, fields: [text.slice(1)] }),
  identifier: ({ offset, text }) => ({ type: 'identifier', offset, name: text }),
  nil: ({ offset }) => ({ type: 'nil', offset }),
  number: readNumber,
  'raw-string': readConstant,
  string: readConstant,
  variable: ({ offset, text }) => ({ type: 'variable', offset, name: text, fields: [] }),
};

function beginsTerm({ kind }: Token): boolean {
  return kind === 'left-paren' || TERMS[kind] !== undefined;
}

export class PipeParser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #variables: string[] = ['$'];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Returns the next token without consuming it; after the end, the last one again. */
  peek(): Token {
    const token = this.#tokens[Math.min(this.#at, this.#tokens.length - 1)];
    if (!token) throw new Error('a template always has an end token');
    return token;
  }

  /** Consumes the next token. */
  next(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }

  /** Returns the next token that is not a space without consuming it; consumes the spaces. */
  peekNonSpace(): Token {
    while (this.peek().kind === 'space') this.#at++;
    return this.peek();
  }

  /** Consumes the next token that is not a space. */
  nextNonSpace(): Token {
    this.peekNonSpace();
    return this.next();
  }

  /** Returns the keyword of an action, from any position in its leading spaces, without consuming anything. */
  peekKeyword(): string | undefined {
    const start = this.#at;
    if (this.peek().kind === 'left-delimiter') this.#at++;
    const { kind, text } = this.peekNonSpace();
    this.#at = start;
    return kind === 'keyword' ? text : undefined;
  }

  /** Consumes the `return` of an action. */
  takeReturn(): boolean {
    const { kind, text } = this.peekNonSpace();
    if (kind !== 'identifier' || text !== 'return') return false;
    this.#at++;
    return true;
  }

  expect(kind: TokenKind, context: string): Token {
    const token = this.nextNonSpace();
    if (token.kind !== kind) throw this.unexpected(token, context);
    return token;
  }

  unexpected(token: Token, context: string): SyntaxFailure {
    const text = token.kind === 'keyword' ? `<${token.text}>` : quote(token.text);
    const found = token.kind === 'end-of-file' ? 'EOF' : text;
    return new SyntaxFailure(token.offset, `unexpected ${found} in ${context}`);
  }

  /** Returns the number of visible variables, to restore it later. */
  markVariables(): number {
    return this.#variables.length;
  }

  popVariables(mark: number): void {
    this.#variables.length = mark;
  }

  /**
   * Replaces the visible variables.
   * @returns the previous ones
   */
  replaceVariables(variables: string[]): string[] {
    const outer = this.#variables;
    this.#variables = variables;
    return outer;
  }

  /** Parses `$x, $y := command | command`, including its end. */
  parsePipe(context: string, end: 'right-delimiter' | 'right-paren'): Pipe {
    const { offset } = this.peekNonSpace();
    const declaration = this.#parseDeclaration(context);
    const commands: Command[] = [];
    for (;;) {
      const token = this.peekNonSpace();
      if (token.kind === end) break;
      if (!beginsTerm(token)) throw this.unexpected(token, context);
      commands.push(this.#parseCommand());
    }
    this.nextNonSpace();
    checkStages(commands, context, offset);
    return { type: 'pipe', offset, commands, ...declaration };
  }

  #parseDeclaration(context: string): Pick<Pipe, 'variables' | 'isAssignment'> {
    const variables: string[] = [];
    for (;;) {
      const start = this.#at;
      const token = this.peekNonSpace();
      if (token.kind !== 'variable') break;
      this.#at++;
      const next = this.peekNonSpace();
      if (next.kind === 'assign' || next.kind === 'declare') {
        this.#at++;
        if (next.kind === 'assign') this.#checkVariable(token);
        variables.push(token.text);
        if (next.kind === 'declare') this.#variables.push(...variables);
        return { variables, isAssignment: next.kind === 'assign' };
      }
      if (next.kind !== 'char' || next.text !== ',') {
        this.#at = start;
        break;
      }
      this.#at++;
      this.#checkSecond(context, variables.length, next.offset);
      variables.push(token.text);
    }
    if (variables.length > 0) this.#variables.push(...variables);
    return { variables, isAssignment: false };
  }

  #checkSecond(context: string, before: number, offset: number): void {
    const { kind } = this.peekNonSpace();
    if (context !== 'range' || before > 0) {
      const hint =
        context === 'range'
          ? 'A range declares at most a key and a value.'
          : 'Only a range can declare two variables.';
      throw new SyntaxFailure(offset, `too many declarations in ${context}`, hint);
    }
    if (kind !== 'variable' && kind !== 'right-delimiter' && kind !== 'right-paren') {
      throw new SyntaxFailure(
        offset,
        'range can only initialize variables',
        'Write {{ range $key, $value := … }}.',
      );
    }
  }

  #parseCommand(): Command {
    const { offset } = this.peekNonSpace();
    const args: Expression[] = [];
    for (;;) {
      this.peekNonSpace();
      const argument = this.#parseOperand();
      if (argument) args.push(argument);
      const token = this.peek();
      if (token.kind === 'space') {
        this.#at++;
        continue;
      }
      if (token.kind === 'pipe') {
        this.#at++;
        // As in Go, nothing needs to follow the last bar.
        const { kind } = this.peekNonSpace();
        const isEnd = kind === 'right-delimiter' || kind === 'right-paren';
        if (!isEnd && !beginsTerm(this.peekNonSpace()))
          throw this.unexpected(this.peekNonSpace(), 'pipeline');
      } else if (token.kind !== 'right-delimiter' && token.kind !== 'right-paren') {
        throw this.unexpected(token, 'operand');
      }
      break;
    }
    const [first, ...others] = args;
    if (!first) throw new SyntaxFailure(offset, 'empty command');
    return { offset, args: [first, ...others] };
  }

  /** Parses a term with its fields. */
  #parseOperand(): Expression | undefined {
    const term = this.#parseTerm();
    if (!term) return undefined;
    const fields: string[] = [];
    const chainStart = this.peek().offset;
    while (this.peek().kind === 'field') fields.push(this.next().text.slice(1));
    if (fields.length === 0) return term;
    if (LITERALS.has(term.type)) {
      throw new SyntaxFailure(chainStart, `unexpected . after term`, 'A constant has no fields.');
    }
    if (term.type === 'field' || term.type === 'variable') {
      return { ...term, fields: [...term.fields, ...fields] };
    }
    return { type: 'chain', offset: term.offset, base: term, fields };
  }

  #parseTerm(): Expression | undefined {
    const token = this.peekNonSpace();
    if (!beginsTerm(token)) return undefined;
    this.#at++;
    if (token.kind === 'variable') this.#checkVariable(token);
    const read = TERMS[token.kind];
    if (read) return read(token);
    return { ...this.parsePipe('parenthesized pipeline', 'right-paren'), offset: token.offset };
  }

  #checkVariable({ text, offset }: Token): void {
    if (this.#variables.includes(text)) return;
    const nearest = nearestName(text, this.#variables);
    const hint = `${nearest && nearest !== '$' ? `Did you mean ${nearest}? ` : ''}Declare it with := first. A variable is visible until the {{ end }} of the block that declares it.`;
    throw new SyntaxFailure(offset, `undefined variable ${quote(text)}`, hint);
  }
}

/** Only the first command of a pipe can be a plain value: the others must take one. */
function checkStages(commands: readonly Command[], context: string, offset: number): void {
  if (commands.length === 0) throw new SyntaxFailure(offset, `missing value for ${context}`);
  const plain = commands.findIndex(({ args: [first] }, n) => n > 0 && LITERALS.has(first.type));
  if (plain < 0) return;
  throw new SyntaxFailure(
    commands[plain]?.offset ?? offset,
    `non executable command in pipeline stage ${plain + 1}`,
    'Only a function or a method can follow a |.',
  );
}
