/** Parses tokens into a tree: the control structures. `pipe-parser.ts` parses the content of actions. */
import { readStringConstant } from './constants.ts';
import { readTemplateTokens, type Token } from './lexer.ts';
import type { BranchNode, CallNode, JumpNode, Pipe, ReturnNode, TemplateNode } from './nodes.ts';
import { checkNesting } from './nesting.ts';
import { PipeParser } from './pipe-parser.ts';
import { SyntaxFailure } from './syntax-failure.ts';

/** The tree of a file. */
export interface ParsedTemplate {
  readonly list: readonly TemplateNode[];
  /** The templates that `{{ define }}` and `{{ block }}` define. */
  readonly defines: ReadonlyMap<string, readonly TemplateNode[]>;
}

/**
 * Parses a template.
 * @throws {SyntaxFailure} at a syntax error
 */
export function parseTemplate(text: string): ParsedTemplate {
  const tokens = readTemplateTokens(text);
  checkNesting(tokens);
  return new Parser(tokens).parse();
}

type Keyword = 'else' | 'end';

/** The end of a list of nodes. */
interface ListEnd {
  readonly keyword: Keyword;
  readonly offset: number;
}

class Parser {
  readonly #tokens: PipeParser;
  readonly #defines = new Map<string, readonly TemplateNode[]>();
  #rangeDepth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = new PipeParser(tokens);
  }

  parse(): ParsedTemplate {
    const list: TemplateNode[] = [];
    while (this.#tokens.peek().kind !== 'end-of-file') {
      if (this.#isDefinition()) this.#parseDefinition();
      else {
        const node = this.#parseNode();
        if (isEnd(node)) throw unmatched(node);
        list.push(node);
      }
    }
    return { list, defines: this.#defines };
  }

  #isDefinition(): boolean {
    const token = this.#tokens.peek();
    return token.kind === 'left-delimiter' && this.#tokens.peekKeyword() === 'define';
  }

  #parseDefinition(): void {
    const { offset } = this.#tokens.next();
    this.#tokens.nextNonSpace();
    const name = this.#parseName('define clause');
    this.#tokens.expect('right-delimiter', 'define clause');
    this.#define(name, offset, this.#parseBody('define', offset));
  }

  /** Parses the body of a definition: variables and loops around it are not visible. */
  #parseBody(keyword: string, offset: number): readonly TemplateNode[] {
    const depth = this.#rangeDepth;
    this.#rangeDepth = 0;
    const outer = this.#tokens.replaceVariables(['$']);
    const { list, end } = this.#parseList(keyword, offset);
    this.#tokens.replaceVariables(outer);
    this.#rangeDepth = depth;
    if (end.keyword === 'else')
      throw new SyntaxFailure(end.offset, `unexpected {{else}} in ${keyword} clause`);
    return list;
  }

  #define(name: string, offset: number, list: readonly TemplateNode[]): void {
    const known = this.#defines.get(name);
    if (known && !isEmpty(known)) {
      if (isEmpty(list)) return;
      const hint = 'Rename or remove one of the two.';
      throw new SyntaxFailure(offset, `multiple definition of template "${name}"`, hint);
    }
    this.#defines.set(name, list);
  }

  #parseName(context: string): string {
    const token = this.#tokens.nextNonSpace();
    if (token.kind !== 'string' && token.kind !== 'raw-string') throw this.#tokens.unexpected(token, context);
    return readStringConstant(token.text, token.offset);
  }

  /** Parses nodes up to and including an `{{ else }}` or `{{ end }}`. */
  #parseList(keyword: string, offset: number): { list: readonly TemplateNode[]; end: ListEnd } {
    const list: TemplateNode[] = [];
    while (this.#tokens.peek().kind !== 'end-of-file') {
      const node = this.#parseNode();
      if (isEnd(node)) return { list, end: node };
      list.push(node);
    }
    const hint = `Close it with {{ end }}.`;
    throw new SyntaxFailure(offset, `unexpected EOF: the {{ ${keyword} }} opened here is never closed`, hint);
  }

  #parseNode(): TemplateNode | ListEnd {
    const token = this.#tokens.next();
    if (token.kind === 'text') return { type: 'text', offset: token.offset, text: token.text };
    if (token.kind !== 'left-delimiter') throw this.#tokens.unexpected(token, 'input');
    const keyword = this.#tokens.peekKeyword();
    if (keyword) this.#tokens.nextNonSpace();
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
        return this.#parseBranch(keyword, token.offset);
      case 'block':
        return this.#parseBlock(token.offset);
      case 'template':
        return this.#parseCall(token.offset);
      case 'break':
      case 'continue':
        return this.#parseJump(keyword, token.offset);
      case 'else':
        return this.#parseElse(token.offset);
      case 'end':
        this.#tokens.expect('right-delimiter', 'end');
        return { keyword, offset: token.offset };
      case 'define':
        throw new SyntaxFailure(
          token.offset,
          'unexpected {{define}} in a block',
          'Move the definition to the top level of the file, outside of {{ if }}, {{ range }} and {{ define }}.',
        );
      case undefined:
      default:
        return this.#parseAction(token.offset);
    }
  }

  #parseAction(offset: number): TemplateNode {
    if (this.#tokens.takeReturn()) return this.#parseReturn(offset);
    const pipe = this.#tokens.parsePipe('command', 'right-delimiter');
    return { type: 'action', offset: pipe.offset, pipe };
  }

  #parseReturn(offset: number): ReturnNode {
    if (this.#tokens.peekNonSpace().kind === 'right-delimiter') {
      this.#tokens.nextNonSpace();
      return { type: 'return', offset };
    }
    return { type: 'return', offset, pipe: this.#tokens.parsePipe('command', 'right-delimiter') };
  }

  #parseJump(type: JumpNode['type'], offset: number): JumpNode {
    this.#tokens.expect('right-delimiter', `{{${type}}}`);
    if (this.#rangeDepth > 0) return { type, offset };
    const hint = 'Use it between {{ range }} and its {{ end }} or {{ else }}.';
    throw new SyntaxFailure(offset, `{{${type}}} outside {{range}}`, hint);
  }

  /** Parses an `else`. An `if` or `with` after it is left for `#parseBranch`. */
  #parseElse(offset: number): ListEnd {
    const next = this.#tokens.peekNonSpace();
    if (next.kind !== 'keyword') this.#tokens.expect('right-delimiter', 'else');
    return { keyword: 'else', offset };
  }

  #parseBranch(type: BranchNode['type'], offset: number): BranchNode {
    const scope = this.#tokens.markVariables();
    const pipe = this.#tokens.parsePipe(type, 'right-delimiter');
    if (type === 'range') this.#rangeDepth++;
    const { list, end } = this.#parseList(type, offset);
    if (type === 'range') this.#rangeDepth--;
    const elseList = end.keyword === 'else' ? this.#parseElseList(type, end.offset) : undefined;
    this.#tokens.popVariables(scope);
    return { type, offset, pipe, list, ...(elseList && { elseList }) };
  }

  #parseElseList(type: BranchNode['type'], offset: number): readonly TemplateNode[] {
    const next = this.#tokens.peekNonSpace();
    if (next.kind === 'keyword') {
      // `{{ else if }}` shares the {{ end }} of its {{ if }}.
      if (next.text !== type || type === 'range') throw this.#tokens.unexpected(next, 'else');
      this.#tokens.nextNonSpace();
      return [this.#parseBranch(type, offset)];
    }
    const { list, end } = this.#parseList('else', offset);
    if (end.keyword === 'end') return list;
    throw new SyntaxFailure(
      end.offset,
      'expected end; found {{else}}',
      `Use only one {{ else }} per {{ ${type} }}.`,
    );
  }

  #parseBlock(offset: number): CallNode {
    const name = this.#parseName('block clause');
    const pipe = this.#tokens.parsePipe('block clause', 'right-delimiter');
    this.#define(name, offset, this.#parseBody('block', offset));
    return { type: 'template', offset, name, pipe };
  }

  #parseCall(offset: number): CallNode {
    const name = this.#parseName('template clause');
    const pipe = this.#parseOptionalPipe();
    return { type: 'template', offset, name, ...(pipe && { pipe }) };
  }

  #parseOptionalPipe(): Pipe | undefined {
    if (this.#tokens.peekNonSpace().kind !== 'right-delimiter') {
      return this.#tokens.parsePipe('template clause', 'right-delimiter');
    }
    this.#tokens.nextNonSpace();
    return undefined;
  }
}

function isEnd(node: TemplateNode | ListEnd): node is ListEnd {
  return 'keyword' in node;
}

function unmatched({ keyword, offset }: ListEnd): SyntaxFailure {
  const hint = 'Nothing is open here: remove it, or add the missing {{ if }}, {{ range }} or {{ with }}.';
  return new SyntaxFailure(offset, `unexpected {{${keyword}}}`, hint);
}

/** Whether a list is only whitespace; such a definition may be replaced. */
function isEmpty(list: readonly TemplateNode[]): boolean {
  return list.every((node) => node.type === 'text' && node.text.trim() === '');
}
